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

  /** A later page answers at the clocks of the first, so that it never shifts while writers append. */
  protected async listClocks(at: At | undefined, page: ListRequest): Promise<Clocks> {
    return page.clocks ?? this.clocks(at);
  }

  protected async answer<T>(at: At | undefined, ask: (clocks: Clocks) => T): Promise<Answered<T>> {
    const clocks = await this.clocks(at);
    return { clocks, result: ask(clocks) };
  }
}
