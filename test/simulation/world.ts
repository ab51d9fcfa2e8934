import { Seeded } from '../random/seeded.js';
import type { Bug } from './bugs/bug.js';
import { Trace } from './trace.js';

/** What everything in one simulation shares: its chance, its trace, and what was found wrong. */
export class World {
  readonly random: Seeded;
  readonly trace = new Trace();
  /** Everything that is not as promised, in words; empty is the proof. */
  readonly findings: string[] = [];
  /** How often each thing happened. */
  readonly counts = new Map<string, number>();
  /** False at the end, when everything has to come right again. */
  unruly = true;

  constructor(
    seed: number,
    /** Planted to see that it is found. */
    readonly bug: Bug = {},
  ) {
    this.random = new Seeded(seed);
  }

  /** Something happened. */
  note(what: string, detail = ''): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
    this.trace.note(detail === '' ? what : `${what} ${detail}`);
  }

  /** Something is not as promised. */
  find(finding: string): void {
    this.findings.push(finding);
    this.trace.note(`FOUND ${finding}`);
  }

  /** As often as said, as long as anything may go wrong. */
  mischief(share: number): boolean {
    return this.unruly && this.random.chance(share);
  }

  /** Lets some simulated time pass. */
  async pause(most: number, least = 1): Promise<void> {
    const milliseconds = this.random.between(least, most);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }
}
