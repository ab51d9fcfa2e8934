import type { ActId } from '../acts/act.js';
import type { Provenance } from '../identity/provenance.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LawInForce } from '../responsibilities/subject.js';
import { contains, type ValidInterval } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';
import { communesOf, continuationOn, coordinatorsOf, placesOf, unitOfOffice } from './continuation.js';
import { stepsInOrder, type Matter, type MatterStep } from './evolve.js';
import type { MatterCoordinated, MatterOutcome, MatterRecord, MatterTakenOver } from './matter.js';
import type { MatterStage } from './stages.js';

/** The law that matters are continued by. */
export type MatterLaw = Pick<LawInForce, 'duties' | 'lineage'>;

/** What gave the office its turn. */
export interface MatterBasis {
  readonly actId: ActId;
  readonly article?: string;
  readonly provenance: Provenance;
}

/** Where a matter stands on a day, whose turn it is, and since when. */
export interface MatterStanding extends ValidInterval {
  readonly stage: MatterStage;
  /** The office whose turn it is; absent where nobody's turn it is, or whose is not determined. */
  readonly officeId?: OfficeId;
  /** Whose turn it may be, where that is not determined. */
  readonly candidates: readonly OfficeId[];
  /** The provincial chairmen who may decide which office continues it; several have no common one. */
  readonly coordinators: readonly OfficeId[];
  /** What is to be done next. */
  readonly step: string;
  readonly basis?: MatterBasis;
  readonly outcome?: MatterOutcome;
  /** Why, in one plain sentence. */
  readonly explanation: string;
}

type Standing = Omit<MatterStanding, 'from' | 'to'>;

const TAKE_OVER_DUTY = 'transition_take_over_inflight_matter';

/** First day on which a matter is known to have been there. */
export function beganOn({ startedOn, asOf }: MatterRecord): LocalDate {
  return startedOn !== undefined && startedOn < asOf ? startedOn : asOf;
}

/** Where a matter stands on a day; undefined before it is known to have been there. */
export function matterOn(matter: Matter, day: LocalDate, law: MatterLaw): MatterStanding | undefined {
  const turn = matterTimeline(matter, law).find((standing) => contains(standing, day));
  if (turn === undefined) return undefined;
  const { from, to } = turn;
  return { ...standingOn(matter, stepsInOrder(matter), day, law), from, ...(to === undefined ? {} : { to }) };
}

/** Whose turn it was and is, without gap, each time with the first day and the day after the last. */
export function matterTimeline(matter: Matter, law: MatterLaw): readonly MatterStanding[] {
  const timeline: MatterStanding[] = [];
  for (const from of changeDays(matter, law.lineage)) {
    const standing = standingOn(matter, stepsInOrder(matter), from, law);
    const last = timeline.at(-1);
    if (last !== undefined && sameTurn(last, standing)) continue;
    if (last !== undefined) timeline[timeline.length - 1] = { ...last, to: from };
    timeline.push({ ...standing, from });
  }
  return timeline;
}

/** Where a matter stands on a day by some of its steps, in their order. */
export function standingOn(
  matter: Matter,
  steps: readonly MatterStep[],
  day: LocalDate,
  law: MatterLaw,
): Standing {
  const counting = steps.filter(({ data }) => data.effectiveOn <= day && determines(data.provenance));
  const stated = determines(matter.provenance) ? matter.officeId : undefined;
  const begun: Turn =
    stated === undefined ? { stage: 'UNDETERMINED' } : { stage: 'IN_PROGRESS', officeId: stated };
  const turn = counting.reduce(afterStep, begun);
  const step = counting.reduce(
    (text, s) => (s.type === 'matter.advanced' ? (s.data.step ?? text) : text),
    matter.step,
  );
  return {
    ...continued(matter, turn, day, law),
    step,
    coordinators: coordinatorsOf(matter, day, law.lineage),
  };
}

interface Turn {
  readonly stage: MatterStage;
  readonly officeId?: OfficeId;
  readonly basis?: MatterBasis;
  readonly outcome?: MatterOutcome;
}

/** What is inferred or remembered is kept and settles nothing. */
function determines(provenance: Provenance): boolean {
  return provenance !== 'INFERRED' && provenance !== 'UNVERIFIED';
}

function afterStep(turn: Turn, { type, data }: MatterStep): Turn {
  const { officeId } = data;
  switch (type) {
    case 'matter.taken-over':
      return { stage: 'TAKEN_OVER', officeId, basis: basisOf(data) };
    case 'matter.coordinated':
      return { stage: 'COORDINATED', officeId, basis: basisOf(data) };
    case 'matter.accepted':
      return { ...turn, stage: 'ACCEPTED', officeId };
    case 'matter.advanced':
      return { ...turn, officeId };
    case 'matter.closed':
      return { ...turn, stage: 'CLOSED', officeId, outcome: data.outcome };
  }
}

function basisOf(data: MatterTakenOver | MatterCoordinated): MatterBasis {
  const { actId, article, provenance } = data;
  return { actId, ...(article === undefined ? {} : { article }), provenance };
}

type Continued = Omit<Standing, 'step' | 'coordinators'>;

/** Whose turn it is on the day, given whose it was after the last step. */
function continued(matter: Matter, turn: Turn, day: LocalDate, law: MatterLaw): Continued {
  const { officeId, stage } = turn;
  if (stage === 'CLOSED') return { ...turn, candidates: [], explanation: `It was closed: ${turn.outcome}.` };
  if (officeId === undefined) return undetermined(matter, day, law);
  const next = continuationOn(matter, officeId, day, law.lineage);
  switch (next.by) {
    case 'OFFICE':
      return {
        ...turn,
        officeId: next.officeId,
        candidates: [],
        explanation:
          next.officeId === officeId
            ? EXPLAINED[stage]
            : 'It stays with the office of the province that succeeded.',
      };
    case 'TERRITORY':
      return {
        stage: 'TO_BE_TAKEN_OVER',
        officeId: next.officeId,
        candidates: [],
        ...byLaw(day, law),
        explanation: `The office that had it ended, and its territory lies in exactly one commune.${applicantOf(matter)}`,
      };
    case 'NOBODY_YET':
      return {
        stage: 'COORDINATION_NEEDED',
        candidates: next.candidates,
        ...byLaw(day, law),
        explanation: `The office that had it ended. ${next.because} The provincial chairman decides who continues it.`,
      };
  }
}

function undetermined(matter: Matter, day: LocalDate, { lineage }: MatterLaw): Continued {
  const communes = communesOf(placesOf(matter, undefined, lineage), day, lineage);
  const reached = communes.by === 'NOBODY_YET' ? communes.candidates : [communes.officeId];
  return {
    stage: 'UNDETERMINED',
    candidates: reached.filter((officeId) => !underDistrict(officeId, day, lineage)),
    explanation:
      'No source says which office had it; if a district had it, it is with one of the candidates.',
  };
}

/** The law speaks of the territory of people and enterprises: say so where only that of the matter is stated. */
function applicantOf({ places }: Matter): string {
  const known = places.length === 0 || places.some((place) => place.of === 'APPLICANT');
  return known ? '' : ' Where the person or enterprise is, is not stated.';
}

/** While there are districts, a matter of theirs is with none of their communes. */
function underDistrict(officeId: OfficeId, day: LocalDate, lineage: Lineage): boolean {
  const parent = lineage.unitOn(unitOfOffice(officeId) ?? '', day)?.parentId;
  return parent !== undefined && lineage.levelOf(parent) === 'DISTRICT';
}

/** What the law of the day says about matters of districts, by the catalogue. */
function byLaw(day: LocalDate, { duties }: MatterLaw): { readonly basis?: MatterBasis } {
  const rules = duties.find((duty) => duty.dutyId === TAKE_OVER_DUTY)?.rules ?? [];
  const rule = rules.find(({ from, to }) => (from ?? day) <= day && (to === undefined || day < to));
  if (rule?.basisActId === undefined) return {};
  const { basisActId: actId, article, provenance } = rule;
  return { basis: { actId, ...(article === undefined ? {} : { article }), provenance } };
}

const EXPLAINED: Readonly<Record<MatterStage, string>> = {
  IN_PROGRESS: 'The office that had it still exists.',
  TO_BE_TAKEN_OVER: 'An office has to take it over.',
  COORDINATION_NEEDED: 'The provincial chairman decides who continues it.',
  UNDETERMINED: 'No source says which office had it.',
  TAKEN_OVER: 'It was taken over by territory and waits for acceptance.',
  COORDINATED: 'The provincial chairman gave it to this office, which has not accepted it.',
  ACCEPTED: 'This office accepted it.',
  CLOSED: 'It was closed.',
};

function sameTurn(a: Standing, b: Standing): boolean {
  return (
    a.stage === b.stage &&
    a.officeId === b.officeId &&
    a.candidates.join() === b.candidates.join() &&
    a.coordinators.join() === b.coordinators.join()
  );
}

/** Days on which it may become another's turn: steps, and the ends of all units that it is or was led to. */
function changeDays(matter: Matter, lineage: Lineage): readonly LocalDate[] {
  const began = beganOn(matter);
  const offices = [matter.officeId, ...matter.steps.map(({ data }) => data.officeId)];
  const units = [
    ...matter.places.flatMap((place) => place.unitIds),
    ...offices.flatMap((id) => (id === undefined ? [] : (unitOfOffice(id) ?? []))),
  ];
  const ends = [...withSuccessors(units, lineage)].map((id) => lineage.lifetime(id)?.to);
  const days = [...matter.steps.map(({ data }) => data.effectiveOn), ...ends];
  const later = days.filter((day): day is LocalDate => day !== undefined && day > began);
  return [began, ...new Set(later)].sort();
}

function withSuccessors(units: readonly UnitId[], lineage: Lineage): ReadonlySet<UnitId> {
  const reached = new Set(units);
  for (const id of reached) for (const { toId } of lineage.successionsFrom(id)) reached.add(toId);
  return reached;
}
