import { createHash } from 'node:crypto';

const SHOWN = 50;

/** What happened in a simulation, line by line: two runs of one seed have the same. */
export class Trace {
  readonly #hash = createHash('sha256');
  readonly #last: string[] = [];
  #count = 0;

  note(line: string): void {
    const whole = `${performance.now().toFixed(0).padStart(7)} ${line}`;
    this.#hash.update(`${whole}\n`);
    this.#count += 1;
    this.#last.push(whole);
    if (this.#last.length > SHOWN) this.#last.shift();
  }

  get lines(): number {
    return this.#count;
  }

  /** The last of it, to be read by people. */
  get tail(): readonly string[] {
    return this.#last;
  }

  /** All of it in one short text. */
  get hash(): string {
    return this.#hash.copy().digest('hex').slice(0, 16);
  }
}
