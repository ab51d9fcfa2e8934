import { createHash, type Hash } from 'node:crypto';
import { BanGiaoError } from '#domain';
import type { EventLog, Position, RecordedEnvelope } from '../ports/event-log.js';
import { canonicalEvent } from './canonical.js';
import { LogCursor } from './cursor.js';
import { differs, goesOn, missing, shrunk, writtenMeanwhile } from './errors.js';
import { Grouping, withoutPlace, type Group } from './group.js';

export interface CopyOptions {
  readonly onProgress?: (progress: CopyProgress) => void;
  /** Stops it between two events or appends; the next run goes on there. */
  readonly signal?: AbortSignal;
  /** Events read at a time from either log. */
  readonly pageSize?: number;
}

export interface CopyProgress {
  readonly phase: 'compare' | 'copy' | 'verify';
  /** Number of the event that this has come to. */
  readonly seq: number;
}

/** What a copy did. */
export type Copied =
  | {
      readonly complete: true;
      /** Events that were there already, each compared. */
      readonly found: number;
      readonly written: number;
      /** Where the last of them stands; absent where both are empty. */
      readonly sourcePosition?: Position;
      readonly targetPosition?: Position;
      /** SHA-256 over the events of both, in hex; without positions. */
      readonly digest: string;
      /** True where the source has been appended to since its end was looked up. */
      readonly sourceWentOn: boolean;
    }
  | { readonly complete: false; readonly found: number; readonly written: number };

/** Some thousands of the usual events are a few megabytes; two pages of either log are in memory. */
const PAGE = 500;

/**
 * Copies a log event by event into another, in log order, so that every event keeps its number.
 * What the target holds already is compared, what it lacks is appended, and what was appended is read again and
 * compared. One append is under way at a time: no port promises that two of them are committed in order.
 * @throws BanGiaoError `COPY_TARGET_DIFFERS`, `COPY_TARGET_AHEAD`, `COPY_TARGET_WRITTEN`, and what the logs give.
 */
export async function copyLog(
  source: EventLog,
  target: EventLog,
  options: CopyOptions = {},
): Promise<Copied> {
  const copy = new Copy(source, target, options);
  if (!(await copy.compare()) || !(await copy.append()) || !(await copy.verify())) return copy.interrupted();
  return copy.complete();
}

/** One run: what it has found, written and verified so far. */
class Copy {
  readonly #hash: Hash = createHash('sha256');
  readonly #pageSize: number;
  #found = 0;
  #written = 0;
  /** The last event that is proved to be in both. */
  #inSource: Position | undefined;
  #inTarget: Position | undefined;

  constructor(
    private readonly source: EventLog,
    private readonly target: EventLog,
    private readonly options: CopyOptions,
  ) {
    this.#pageSize = options.pageSize ?? PAGE;
  }

  /** Walks along both logs to the end of the target; false where it was stopped. */
  async compare(): Promise<boolean> {
    const source = new LogCursor(this.source, this.#pageSize);
    const target = new LogCursor(this.target, this.#pageSize);
    for (;;) {
      if (this.#isStopped()) return false;
      const there = await target.next();
      if (there === undefined) return true;
      const given = await source.next();
      if (given === undefined) throw goesOn(this.#found, there);
      this.#found += 1;
      this.#prove(this.#found, given, there);
      this.#tell('compare', this.#found);
    }
  }

  /** Appends what the target lacks, up to the end of the source as it is now; false where it was stopped. */
  async append(): Promise<boolean> {
    const end = await this.source.head();
    const source = new LogCursor(this.source, this.#pageSize, this.#inSource);
    const grouping = new Grouping();
    while (source.position !== end) {
      if (this.#isStopped()) return false;
      const event = await source.next();
      if (event === undefined) break;
      await this.#write(grouping.add(event));
    }
    if (this.#isStopped()) return false;
    await this.#write(grouping.end());
    return true;
  }

  /** Reads what was written again, from where the comparison ended; false where it was stopped. */
  async verify(): Promise<boolean> {
    const source = new LogCursor(this.source, this.#pageSize, this.#inSource);
    const target = new LogCursor(this.target, this.#pageSize, this.#inTarget);
    const last = this.#found + this.#written;
    for (let seq = this.#found + 1; seq <= last; seq += 1) {
      if (this.#isStopped()) return false;
      const given = await source.next();
      const there = await target.next();
      if (given === undefined) throw shrunk(seq);
      if (there === undefined) throw missing(seq, given);
      this.#prove(seq, given, there);
      this.#tell('verify', seq);
    }
    const more = await target.next();
    if (more !== undefined) throw goesOn(last, more);
    return true;
  }

  interrupted(): Copied {
    return { complete: false, found: this.#found, written: this.#written };
  }

  async complete(): Promise<Copied> {
    return {
      complete: true,
      found: this.#found,
      written: this.#written,
      ...(this.#inSource === undefined ? {} : { sourcePosition: this.#inSource }),
      ...(this.#inTarget === undefined ? {} : { targetPosition: this.#inTarget }),
      digest: this.#hash.digest('hex'),
      sourceWentOn: (await this.source.head()) !== this.#inSource,
    };
  }

  #prove(seq: number, given: RecordedEnvelope, there: RecordedEnvelope): void {
    const text = canonicalEvent(given);
    if (canonicalEvent(there) !== text) throw differs(seq, given, there);
    this.#hash.update(`${text}\n`);
    this.#inSource = given.position;
    this.#inTarget = there.position;
  }

  async #write(group: Group | undefined): Promise<void> {
    if (group === undefined) return;
    const { stream, revision, events } = group;
    try {
      await this.target.append(stream, events.map(withoutPlace), revision === 0 ? 'no-stream' : revision - 1);
    } catch (error) {
      if (error instanceof BanGiaoError && error.code === 'LOG_CONFLICT')
        throw writtenMeanwhile(stream, error);
      throw error;
    }
    this.#written += events.length;
    this.#tell('copy', this.#found + this.#written);
  }

  #tell(phase: CopyProgress['phase'], seq: number): void {
    this.options.onProgress?.({ phase, seq });
  }

  #isStopped(): boolean {
    return this.options.signal?.aborted === true;
  }
}
