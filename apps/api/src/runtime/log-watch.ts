import type { EventLog, Position, ReadModel } from '#application';
import { instantOf, type Instant } from '#domain';

/** What is watched: the log's end, and how far the read model has come. */
export interface Watched {
  readonly log: Pick<EventLog, 'head'>;
  readonly readModel: Pick<ReadModel, 'status'>;
}
export interface LogWatchOptions {
  /** Pause between two questions to the log. */
  readonly intervalMs?: number;
  /** How long the log may take to answer. */
  readonly limitMs?: number;
}

/** What the watch has seen. */
export interface LogSeen {
  readonly logAnswers: boolean;
  /** Last event of the log; absent for an empty log, and while the log does not answer. */
  readonly head?: Position;
  /** The read model holds everything that the log held then. */
  readonly completeAsOf?: Instant;
  readonly ageSeconds?: number;
}

/** The log ended there when it was asked. */
interface Mark {
  readonly head: Position | undefined;
  readonly at: number;
  readonly instant: Instant;
}

const INTERVAL_MS = 500;
const LIMIT_MS = 2_000;
/** Marks that the read model has still to reach; with more, every other one goes. */
const MOST_MARKS = 128;

/**
 * Asks the log for its end every now and then, so that nobody else has to wait for it.
 * Tells since when the read model may lack something: it held everything at the last mark that it has reached.
 */
export class LogWatch {
  readonly #intervalMs: number;
  readonly #limitMs: number;
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;
  #settled = 0;
  #answers = false;
  #head: Position | undefined;
  #marks: readonly Mark[] = [];
  #complete: Mark | undefined;

  constructor(
    private readonly watched: Watched,
    { intervalMs = INTERVAL_MS, limitMs = LIMIT_MS }: LogWatchOptions = {},
  ) {
    this.#intervalMs = intervalMs;
    this.#limitMs = limitMs;
  }

  /** Begins to ask; resolves with the first answer, or when it is overdue. */
  async start(): Promise<void> {
    this.#timer = setInterval(() => void this.look(), this.#intervalMs);
    await this.look();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Asks once; resolves with the answer, or when it is overdue. */
  async look(): Promise<void> {
    const number = ++this.#asked;
    const at = performance.now();
    const instant = instantOf(new Date());
    await new Promise<void>((resolve) => {
      const settle = (answers: boolean): void => {
        clearTimeout(overdue);
        this.#settle(number, answers);
        resolve();
      };
      const overdue = setTimeout(() => settle(false), this.#limitMs);
      this.watched.log.head().then(
        (head) => {
          this.#mark({ head, at, instant });
          settle(true);
        },
        () => settle(false),
      );
    });
  }

  /** An event was written there by this process. */
  appended(position: Position): void {
    if (isBefore(this.#head, position)) this.#head = position;
  }

  seen(): LogSeen {
    const position = this.#reach();
    const complete = this.#complete;
    const head = isBefore(this.#head, position) ? position : this.#head;
    return {
      logAnswers: this.#answers,
      ...(this.#answers && head !== undefined ? { head } : {}),
      ...(complete === undefined
        ? {}
        : {
            completeAsOf: complete.instant,
            ageSeconds: Math.floor((performance.now() - complete.at) / 1_000),
          }),
    };
  }

  /** An answer that is older than the last one says nothing about now. */
  #settle(number: number, answers: boolean): void {
    if (number < this.#settled) return;
    this.#settled = number;
    this.#answers = answers;
  }

  /** Also of an answer that came late: it still tells what the log held when it was asked. */
  #mark(mark: Mark): void {
    const last = this.#marks.at(-1) ?? this.#complete;
    if (last !== undefined && mark.at < last.at) return;
    if (mark.head !== undefined) this.appended(mark.head);
    this.#marks = [...this.#marks, mark];
    if (this.#marks.length > MOST_MARKS) this.#marks = this.#marks.filter((_, i) => i % 2 === 0);
    this.#reach();
  }

  /** Where the read model stands, after the marks that it has reached were taken down. */
  #reach(): Position | undefined {
    const position = this.#position();
    const next = this.#marks.findIndex(({ head }) => isBefore(position, head));
    const reached = next < 0 ? this.#marks.length : next;
    this.#complete = this.#marks[reached - 1] ?? this.#complete;
    if (reached > 0) this.#marks = this.#marks.slice(reached);
    return position;
  }

  /** A read model that cannot be read has reached nothing more. */
  #position(): Position | undefined {
    try {
      return this.watched.readModel.status().position;
    } catch {
      return undefined;
    }
  }
}

/** Positions of one log are decimal numbers; what is absent is the place before the first event. */
function isBefore(a: Position | undefined, b: Position | undefined): boolean {
  return b !== undefined && (a === undefined || BigInt(a) < BigInt(b));
}
