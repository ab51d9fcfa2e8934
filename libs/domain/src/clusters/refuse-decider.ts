import type { ActId, ActKind } from '../acts/act.js';
import type { ActLookup, KnownAct } from '../acts/decide-act.js';
import { issuedBy } from '../acts/issuer.js';
import { refuse, type Decision } from '../refusals/refusal.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitLevel } from '../units/unit.js';
import type { Placement } from './cluster.js';
import { namesOn } from './territory.js';

/** First day of NĐ 32/2024, by which the province decides (Đ.10(4), Đ.12); who could before it is not read. */
const DECREE_32 = '2024-05-01' as LocalDate;

/** What is looked up to tell who decided. */
export interface DeciderFacets {
  readonly acts: ActLookup;
  readonly lineage: Lineage;
}

/**
 * Refuses an act that cannot decide on the life of a cluster (`NOT_APPLICABLE`): only the committee of the province in
 * which it lies establishes it, expands it, revokes it or adjusts that decision, a district at most before NĐ 32/2024.
 * The act counts by the place on the day of its effect or of its issue: what a province decided goes on after its end.
 * An act of no stated kind, and a place whose province is not known, refuse nothing.
 */
export function refuseDecider(
  actId: ActId,
  effectiveOn: LocalDate,
  placements: readonly Placement[],
  { acts, lineage }: DeciderFacets,
): Decision<never> | undefined {
  const act = acts(actId);
  if (act === undefined || act.kind === 'OTHER') return undefined;
  const tier = tierOfDecider(act.kind, effectiveOn);
  if (tier === undefined) return notProvincial(act);
  const days = [effectiveOn, act.issuedOn ?? act.inForceFrom ?? effectiveOn];
  const names = days.map((day) => namesOn(placements, day, tier, lineage));
  if (names.some((there) => there === undefined || issuedBy(act, there))) return undefined;
  const where = [...new Set(names.flatMap((there) => there ?? []))].join(' or ');
  return refuse(
    'NOT_APPLICABLE',
    'actId',
    actId,
    `${act.number} was issued by ${act.issuer} and not by the committee of ${where}, where the cluster lies.`,
    'Name the decision of the province in which the cluster lies on that day.',
  );
}

function tierOfDecider(kind: ActKind, effectiveOn: LocalDate): UnitLevel | undefined {
  if (kind === 'PROVINCIAL_DECISION') return 'PROVINCE';
  return kind === 'DISTRICT_DECISION' && effectiveOn < DECREE_32 ? 'DISTRICT' : undefined;
}

function notProvincial({ actId, number, issuer }: KnownAct): Decision<never> {
  return refuse(
    'NOT_APPLICABLE',
    'actId',
    actId,
    `${number} of ${issuer} is no decision of a provincial committee, which alone decides on a cluster.`,
    'Name the decision of the province in which the cluster lies.',
  );
}
