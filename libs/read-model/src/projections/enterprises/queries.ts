import type {
  EnterpriseFilter,
  EnterpriseReads,
  EnterpriseView,
  Page,
  PageRequest,
} from '#application/ports';
import { foldName, type Enterprise } from '#domain';
import type { Database } from '../../storage/database.js';
import { AggregateVersions } from '../aggregates/versions.js';
import { enterprises, numberKey } from './projection.js';

/** Questions about enterprises. */
export class EnterpriseQueries implements EnterpriseReads {
  readonly #versions: AggregateVersions<Enterprise>;

  constructor(db: () => Database) {
    this.#versions = new AggregateVersions(db, enterprises);
  }

  enterprise(id: string, knownSeq: number): EnterpriseView | undefined {
    return this.#versions.at(id, knownSeq);
  }

  enterprises(
    { name, registrationNumber }: EnterpriseFilter,
    knownSeq: number,
    page: PageRequest,
  ): Page<EnterpriseView> {
    const part = name === undefined ? undefined : foldName(name);
    return this.#versions.page(
      {
        keys: registrationNumber === undefined ? [] : [numberKey(registrationNumber)],
        admits: (enterprise) =>
          (registrationNumber === undefined || enterprise.registrationNumber === registrationNumber) &&
          (part === undefined || foldName(enterprise.name).includes(part)),
      },
      knownSeq,
      page,
    );
  }
}
