import { correspondingOn, territoryOn, type Territory } from '../clusters/territory.js';
import { earliest } from '../time/interval.js';
import type { Duty, DutyRule, HolderLevel } from '../duties/duty.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId, UnitLevel } from '../units/unit.js';
import type { Assignment } from './assignment.js';
import { basisOf, until, type HolderByLaw } from './by-law.js';
import { investorByLaw } from './investor-by-law.js';
import { officeOfUnit, PROVINCIAL_LEVELS, type OfficeId, type OfficeKind } from './office.js';
import { leadOn, nextLeads, type NamedLead } from './lead-rules.js';
import type { ClusterFacts, LawInForce } from './subject.js';

type Answer = NonNullable<HolderByLaw['answer']>;

/** The holder of a duty over a cluster on a day under one rule of the catalogue. */
export function holderByLaw(
  cluster: ClusterFacts,
  duty: Duty,
  rule: DutyRule,
  day: LocalDate,
  law: LawInForce,
): HolderByLaw {
  if (rule.holderLevel === 'CHU_DAU_TU') return investorByLaw(cluster, duty, rule, day, law);
  const tier = tierOf(rule.holderLevel);
  if (tier === undefined) return national(rule);
  const territory = territoryOn(cluster.placements, day, tier, law.lineage);
  const joint = territory.unitIds.length > 1 && tier === 'COMMUNE';
  const next = earliest(
    [
      nextPlacement(cluster, day),
      ...territory.unitIds.map((id) => law.lineage.lifetime(id)?.to),
      ...statedUnits(territory, day, law.lineage).map((id) => law.lineage.lifetime(id)?.to),
      ...(joint ? nextLeads(cluster, duty.dutyId, day, law) : []),
    ],
    day,
  );
  const lead = joint ? leadOn(cluster, duty.dutyId, territory.unitIds, day, law) : undefined;
  const answer = byTerritory(rule, territory, day, law.lineage, lead);
  return { answer, ...until(next) };
}

/** The tier to which a level's office belongs; undefined for national ones and investors. */
export function tierOf(level: HolderLevel): UnitLevel | undefined {
  if (level === 'UBND_XA') return 'COMMUNE';
  if (level === 'UBND_HUYEN') return 'DISTRICT';
  return PROVINCIAL_LEVELS.includes(level) ? 'PROVINCE' : undefined;
}

function national(rule: DutyRule): HolderByLaw {
  const officeId = rule.holderLevel as OfficeKind;
  return {
    answer: {
      status: 'HELD',
      holders: [{ officeId, lead: false }],
      candidates: [],
      basis: basisOf(rule),
      manner: 'BY_LAW',
      explanation: 'A national authority holds this duty; no reorganisation of units moves it.',
    },
  };
}

function byTerritory(
  rule: DutyRule,
  territory: Territory,
  day: LocalDate,
  lineage: Lineage,
  lead: NamedLead | undefined,
): Answer {
  const offices = territory.unitIds.map((id) => officeOfUnit(rule.holderLevel as OfficeKind, id));
  const names = territory.unitIds.map((id) => lineage.unitOn(id, day)?.name ?? id);
  const common = { basis: basisOf(rule), manner: 'BY_LAW' } as const;
  if (territory.certainty !== 'KNOWN') {
    return {
      ...common,
      status: 'UNDETERMINED',
      holders: [],
      candidates: offices,
      explanation: undetermined(territory, names),
    };
  }
  const holders = offices.map((officeId, i) => ({ officeId, lead: leads(lead, territory.unitIds[i]) }));
  if (holders.length === 1) {
    return {
      ...common,
      status: 'HELD',
      holders,
      candidates: [],
      explanation: `The cluster lies wholly in ${names.join()}.`,
    };
  }
  return {
    ...common,
    status: 'JOINT',
    holders,
    candidates: [],
    explanation: joint(names, lead, day, lineage),
  };
}

function undetermined(territory: Territory, names: readonly string[]): string {
  const because = territory.certainty === 'KNOWN' ? '' : territory.because;
  if (names.length === 0) return `${because} Who holds this duty is not determined.`;
  const who = names.length === 1 ? `It may be ${names[0]}` : `It may be one or more of ${names.join(', ')}`;
  return `${because} ${who}; a decision on stated evidence has to settle it.`;
}

function leads(lead: NamedLead | undefined, unitId: UnitId | undefined): boolean {
  return typeof lead?.largest === 'object' && lead.largest.unitId === unitId;
}

function joint(
  names: readonly string[],
  lead: NamedLead | undefined,
  day: LocalDate,
  lineage: Lineage,
): string {
  const where = `The cluster lies in ${names.join(' and ')}, which hold this duty together`;
  if (lead === undefined) return `${where}; no lead is named.`;
  const { rule, largest } = lead;
  const inferred = rule.dutiesProvenance === 'INFERRED' ? ' That the rule covers this duty is inferred.' : '';
  const why = `${rule.text} (${rule.article})`;
  if (largest === 'EQUAL')
    return `${where}; no lead can be named: ${why}, and the largest areas are equal.${inferred}`;
  if (largest === 'NOT_STATED')
    return `${where}; no lead can be named: ${why}, and the areas are not known.${inferred}`;
  const name = lineage.unitOn(largest.unitId, day)?.name ?? largest.unitId;
  return `${where}; ${name} leads: ${why}, and its area is the largest.${inferred}`;
}

function nextPlacement(cluster: ClusterFacts, day: LocalDate): LocalDate | undefined {
  return cluster.placements.find((p) => p.from !== undefined && p.from > day)?.from;
}

function statedUnits(territory: Territory, day: LocalDate, lineage: Lineage): readonly UnitId[] {
  return (territory.placement?.unitIds ?? []).flatMap((id) => correspondingOn(lineage, id, day));
}

/** Offices named in an answer: its holders, or whom it may be. */
export function officesIn(answer: Pick<Assignment, 'holders' | 'candidates'>): readonly OfficeId[] {
  return [...answer.holders.map((h) => h.officeId), ...answer.candidates];
}
