import { BanGiaoError } from '#domain';
import type { Clock } from '../ports/clock.js';
import type { Clocks, ReadModel } from '../ports/read-model.js';
import { resolveClocks, type At } from './clocks.js';
import type { ListRequest } from './queries.js';

/** An answer with the clocks that everything below it is answered at. */
export interface Answered<T> {
  readonly clocks: Clocks;
  readonly result: T;
}

/** What query handlers share: the read model and the present. */
export abstract class QueryBase {
  constructor(
    protected readonly readModel: ReadModel,
    protected readonly clock: Clock,
  ) {}

  protected clocks(at?: At): Promise<Clocks> {
    return resolveClocks(at, this.readModel, this.clock);
  }

  /**
   * A later page answers at the clocks of the first, so that it never shifts while writers append.
   * @throws BanGiaoError `READ_MODEL_BEHIND` where another replica gave the first page and this one knows less yet.
   */
  protected async listClocks(at: At | undefined, { clocks }: ListRequest): Promise<Clocks> {
    if (clocks === undefined) return this.clocks(at);
    const { seq } = this.readModel.status();
    if (clocks.knownSeq > seq) throw behind(clocks.knownSeq, seq, 'after');
    return clocks;
  }

  protected async answer<T>(at: At | undefined, ask: (clocks: Clocks) => T): Promise<Answered<T>> {
    const clocks = await this.clocks(at);
    return { clocks, result: ask(clocks) };
  }
}

/** The error for a question about more events than this replica has seen. */
export function behind(wanted: number, seq: number, field: string): BanGiaoError {
  return new BanGiaoError(
    'READ_MODEL_BEHIND',
    `The question is about ${wanted} events, and here only ${seq} are known yet.`,
    { field, value: String(wanted), remedy: 'Ask again in a moment, or begin with the first page.' },
  );
}
