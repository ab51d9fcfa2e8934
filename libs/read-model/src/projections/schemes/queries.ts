import type { Clocks, Page, PageRequest, SchemeFilter, SchemeReads, SchemeView } from '#application/ports';
import {
  foldName,
  schemePartiesOn,
  schemeProvinceOn,
  schemeStepOn,
  type Lineage,
  type Scheme,
} from '#domain';
import type { Database } from '../../storage/database.js';
import { AggregateVersions } from '../aggregates/versions.js';
import { executingKey, schemes } from './projection.js';

/** Questions about industrial-promotion schemes. */
export class SchemeQueries implements SchemeReads {
  readonly #versions: AggregateVersions<Scheme>;

  constructor(
    db: () => Database,
    private readonly lineage: (knownSeq: number) => Lineage,
  ) {
    this.#versions = new AggregateVersions(db, schemes);
  }

  scheme(id: string, knownSeq: number): SchemeView | undefined {
    return this.#versions.at(id, knownSeq);
  }

  schemes(filter: SchemeFilter, at: Clocks, page: PageRequest): Page<SchemeView> {
    const { executingUnitId } = filter;
    const keys = executingUnitId === undefined ? [] : [executingKey(executingUnitId)];
    const lineage = this.lineage(at.knownSeq);
    const admits = (scheme: Scheme) =>
      fits(scheme, filter, at) && liesIn(scheme, filter, at, lineage) && isNamed(scheme, filter, at);
    return this.#versions.page({ keys, admits }, at.knownSeq, page);
  }

  executedBy(organisationId: string, knownSeq: number): readonly string[] {
    const keys = [executingKey(organisationId)];
    const all = { first: Number.MAX_SAFE_INTEGER };
    return this.#versions
      .page({ keys, admits: () => true }, knownSeq, all)
      .rows.map(({ row }) => row.registration.schemeId);
  }
}

function fits(scheme: Scheme, { programme, step, executingUnitId }: SchemeFilter, { validAt }: Clocks) {
  return (
    (programme === undefined || scheme.registration.programme === programme) &&
    (step === undefined || (schemeStepOn(scheme, validAt)?.to ?? 'UNKNOWN') === step) &&
    (executingUnitId === undefined ||
      schemePartiesOn(scheme, 'EXECUTING_UNIT', validAt).some((party) => party.id === executingUnitId))
  );
}

function liesIn(
  { registration }: Scheme,
  { provinceId }: SchemeFilter,
  { validAt }: Clocks,
  lineage: Lineage,
): boolean {
  if (provinceId === undefined || registration.provinceId === provinceId) return true;
  return schemeProvinceOn(registration, validAt, lineage) === provinceId;
}

function isNamed(scheme: Scheme, { beneficiary, name }: SchemeFilter, { validAt }: Clocks): boolean {
  const named = (text: string, part: string) => foldName(text).includes(foldName(part));
  return (
    (name === undefined || named(scheme.registration.name, name)) &&
    (beneficiary === undefined ||
      schemePartiesOn(scheme, 'BENEFICIARY', validAt).some((party) => named(party.name, beneficiary)))
  );
}
