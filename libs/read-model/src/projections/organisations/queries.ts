import type {
  Clocks,
  OrganisationFilter,
  OrganisationReads,
  OrganisationView,
  Page,
  PageRequest,
} from '#application/ports';
import {
  foldName,
  successorsOn,
  type Lineage,
  type Organisation,
  type OrganisationLineage,
  type OrganisationSuccession,
} from '#domain';
import type { Database } from '../../storage/database.js';
import { AggregateVersions } from '../aggregates/versions.js';
import { organisations, successorKey } from './projection.js';

/** Questions about promotion centres and similar organisations. */
export class OrganisationQueries implements OrganisationReads {
  readonly #versions: AggregateVersions<Organisation>;

  constructor(
    db: () => Database,
    private readonly lineage: (knownSeq: number) => Lineage,
  ) {
    this.#versions = new AggregateVersions(db, organisations);
  }

  organisation(id: string, knownSeq: number): OrganisationView | undefined {
    return this.#versions.at(id, knownSeq);
  }

  organisations(
    { kind, unitId, name }: OrganisationFilter,
    { validAt, knownSeq }: Clocks,
    page: PageRequest,
  ): Page<OrganisationView> {
    const part = name === undefined ? undefined : foldName(name);
    const lineage = this.lineage(knownSeq);
    const worksFor = (own: string | undefined, wanted: string) =>
      own !== undefined &&
      (own === wanted || successorsOn(lineage, own, validAt).some((s) => s.unitId === wanted));
    return this.#versions.page(
      {
        keys: [],
        admits: ({ registration }) =>
          (kind === undefined || registration.kind === kind) &&
          (unitId === undefined || worksFor(registration.unitId, unitId)) &&
          (part === undefined || foldName(registration.name).includes(part)),
      },
      knownSeq,
      page,
    );
  }

  succession(knownSeq: number): OrganisationLineage {
    return {
      successionsFrom: (id) => this.#from(id, knownSeq),
      successionsTo: (id) => this.organisation(id, knownSeq)?.predecessors ?? [],
    };
  }

  #from(id: string, knownSeq: number): readonly OrganisationSuccession[] {
    const all = { first: Number.MAX_SAFE_INTEGER };
    return this.#versions
      .page({ keys: [successorKey(id)], admits: () => true }, knownSeq, all)
      .rows.flatMap(({ row }) => row.predecessors.filter(({ fromId }) => fromId === id))
      .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0));
  }
}
