import type {
  Clocks,
  MatterFilter,
  MatterOnDay,
  MatterReads,
  MatterView,
  Page,
  PageRequest,
} from '#application/ports';
import {
  atCutover,
  concernsUnit,
  isOfProvince,
  matterOn,
  WITHOUT_ACCEPTANCE,
  type Matter,
  type MatterLaw,
  type MatterStanding,
} from '#domain';
import type { Database } from '../../storage/database.js';
import { AggregateVersions } from '../aggregates/versions.js';
import { matters } from './projection.js';

/** Questions about matters in flight; where they stand is worked out when it is asked, by the law known then. */
export class MatterQueries implements MatterReads {
  readonly #versions: AggregateVersions<Matter>;

  constructor(
    db: () => Database,
    readonly law: (knownSeq: number) => MatterLaw,
  ) {
    this.#versions = new AggregateVersions(db, matters);
  }

  matter(id: string, knownSeq: number): MatterView | undefined {
    return this.#versions.at(id, knownSeq);
  }

  matterOn(id: string, { validAt, knownSeq }: Clocks): MatterOnDay | undefined {
    const matter = this.matter(id, knownSeq);
    const standing = matter && matterOn(matter, validAt, this.law(knownSeq));
    return matter && standing && { matter, standing };
  }

  matters(filter: MatterFilter, { validAt, knownSeq }: Clocks, page: PageRequest): Page<MatterOnDay> {
    const law = this.law(knownSeq);
    const standings = new Map<string, MatterStanding>();
    const admits = (matter: Matter): boolean => {
      if (!statesThat(filter, matter, law)) return false;
      const standing = matterOn(matter, validAt, law);
      if (standing === undefined || !standsSo(filter, standing)) return false;
      standings.set(matter.matterId, standing);
      return true;
    };
    const { rows, ...rest } = this.#versions.page({ keys: keysOf(filter), admits }, knownSeq, page);
    const withStanding = (matter: MatterView) => ({ matter, standing: found(standings, matter) });
    return { ...rest, rows: rows.map(({ key, row }) => ({ key, row: withStanding(row) })) };
  }
}

function keysOf({ kind, subjectId, inFlightAtCutover }: MatterFilter): readonly string[] {
  return [
    ...(subjectId === undefined ? [] : [`subject:${subjectId}`]),
    ...(inFlightAtCutover === true ? ['in-flight'] : []),
    ...(kind === undefined ? [] : [`kind:${kind}`]),
  ];
}

/** What the record says, whatever the day. */
function statesThat(filter: MatterFilter, matter: Matter, { lineage }: MatterLaw): boolean {
  const { kind, subjectId, dissolvedUnitId, inFlightAtCutover } = filter;
  const inFlight = atCutover(matter) !== 'NOT_IN_FLIGHT';
  return (
    (kind === undefined || matter.kind === kind) &&
    (subjectId === undefined || matter.subjectId === subjectId) &&
    (inFlightAtCutover === undefined || inFlight === inFlightAtCutover) &&
    (dissolvedUnitId === undefined || concernsUnit(matter, dissolvedUnitId, lineage))
  );
}

function standsSo(filter: MatterFilter, standing: MatterStanding): boolean {
  const { stage, officeId, provinceId, withoutAcceptance } = filter;
  return (
    (stage === undefined || standing.stage === stage) &&
    (officeId === undefined || standing.officeId === officeId) &&
    (provinceId === undefined || isOfProvince(standing, provinceId)) &&
    (withoutAcceptance === undefined || WITHOUT_ACCEPTANCE.includes(standing.stage) === withoutAcceptance)
  );
}

function found(standings: ReadonlyMap<string, MatterStanding>, { matterId }: Matter): MatterStanding {
  const standing = standings.get(matterId);
  if (standing === undefined) throw new Error(`Matter ${matterId} was listed without being looked at.`);
  return standing;
}
