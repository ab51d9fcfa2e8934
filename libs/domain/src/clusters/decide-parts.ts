import type { ActId } from '../acts/act.js';
import { unknownAct, type ActLookup } from '../acts/decide-act.js';
import { unknownSubject } from '../decisions/refusals.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';
import type { ClusterPhase, ClusterPhasesRecorded, ClusterSharesRecorded } from './events.js';
import { refuseHectares, refuseTooLarge } from './hectares.js';
import { attributesOn, type ClusterRecord } from './record.js';
import { refuseSchedule } from './schedule.js';
import { territoryOn } from './territory.js';

/** What is looked up of the register to record the parts of a cluster. */
export interface PartsFacets {
  readonly acts: ActLookup;
  readonly lineage: Lineage;
}

/**
 * Records the phases of a cluster with their areas and schedules.
 * Refuses `UNKNOWN_SUBJECT`, `INVALID_INPUT`, `INVALID_INTERVAL`, `UNKNOWN_ACT`.
 */
export function decideRecordPhases(
  input: ClusterPhasesRecorded,
  record: ClusterRecord | undefined,
  { acts }: PartsFacets,
): Decision<EventOf<'cluster.phases-recorded'>> {
  if (record === undefined) return unknownSubject('clusterId', input.clusterId);
  return (
    refuseIds(
      'phases',
      input.phases.map(({ phaseId }) => phaseId),
    ) ??
    firstRefusal('phases', input.phases, refusePhase) ??
    refuseTooLarge(
      'phases',
      input.phases.map(({ areaHa }) => areaHa),
      wholeArea(record, input.from),
    ) ??
    refuseAct(input.actId, acts) ??
    accept([{ type: 'cluster.phases-recorded', data: input }])
  );
}

/**
 * Records how many hectares of a cluster lie in each unit; who leads by them is settled beside it.
 * Refuses `UNKNOWN_SUBJECT`, `INVALID_INPUT`, `UNKNOWN_UNIT`, `UNIT_NOT_IN_FORCE`,
 * `NOT_APPLICABLE` for a unit outside the cluster's place, `UNKNOWN_ACT`.
 */
export function decideRecordShares(
  input: ClusterSharesRecorded,
  record: ClusterRecord | undefined,
  { acts, lineage }: PartsFacets,
): Decision<EventOf<'cluster.shares-recorded'>> {
  if (record === undefined) return unknownSubject('clusterId', input.clusterId);
  const { shares, from } = input;
  return (
    refuseIds(
      'shares',
      shares.map(({ unitId }) => unitId),
    ) ??
    firstRefusal(
      'shares',
      shares,
      ({ unitId, areaHa }, field) =>
        refuseHectares(`${field}.areaHa`, areaHa) ??
        refuseUnit(`${field}.unitId`, unitId, from, lineage) ??
        refuseOutside(`${field}.unitId`, unitId, from, record, lineage),
    ) ??
    refuseTooLarge(
      'shares',
      shares.map(({ areaHa }) => areaHa),
      wholeArea(record, from),
    ) ??
    refuseAct(input.actId, acts) ??
    accept([{ type: 'cluster.shares-recorded', data: input }])
  );
}

function firstRefusal<T>(
  field: string,
  items: readonly T[],
  refuseOne: (item: T, field: string) => Decision<never> | undefined,
): Decision<never> | undefined {
  for (const [i, item] of items.entries()) {
    const refusal = refuseOne(item, `${field}.${i}`);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refuseIds(field: string, ids: readonly string[]): Decision<never> | undefined {
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (ids.length > 0 && twice === undefined) return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    twice ?? '',
    twice === undefined ? 'No part is given.' : `${twice} is given twice.`,
    'Give every part once, with an id of its own.',
  );
}

function refusePhase(
  { phaseId, areaHa, schedule }: ClusterPhase,
  field: string,
): Decision<never> | undefined {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(phaseId)) {
    return refuse(
      'INVALID_INPUT',
      `${field}.phaseId`,
      phaseId,
      'This is not an id.',
      'Give small letters, digits and hyphens, for example phase-1.',
    );
  }
  return refuseHectares(`${field}.areaHa`, areaHa) ?? refuseSchedule(`${field}.schedule`, schedule);
}

function refuseUnit(
  field: string,
  unitId: UnitId,
  from: LocalDate | undefined,
  lineage: Lineage,
): Decision<never> | undefined {
  const lifetime = lineage.lifetime(unitId);
  if (lifetime === undefined) {
    return refuse(
      'UNKNOWN_UNIT',
      field,
      unitId,
      `No unit ${unitId} is known.`,
      'Look the id up by its name; ids carry their era, as in 15520@2025-07-01.',
    );
  }
  if (from === undefined || lineage.unitOn(unitId, from) !== undefined) return undefined;
  return refuse(
    'UNIT_NOT_IN_FORCE',
    field,
    unitId,
    `Unit ${unitId} does not exist on ${from}.`,
    'Name the unit that exists on the first day of the shares.',
  );
}

/** Only where the communes are known is a unit outside of them wrong. */
function refuseOutside(
  field: string,
  unitId: UnitId,
  from: LocalDate | undefined,
  { placements }: ClusterRecord,
  lineage: Lineage,
): Decision<never> | undefined {
  const day = from ?? lineage.lifetime(unitId)?.from ?? LAST_DAY_OF_DISTRICTS;
  const { certainty, unitIds } = territoryOn(placements, day, 'COMMUNE', lineage);
  if (certainty !== 'KNOWN' || unitIds.includes(unitId)) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    field,
    unitId,
    `By its recorded place the cluster lies in ${unitIds.join(', ')} on ${day}.`,
    'Name one of these, or place the cluster first.',
  );
}

/** On it the units of the first published lists exist, which state no day of their own. */
const LAST_DAY_OF_DISTRICTS = '2025-06-30' as LocalDate;

function wholeArea(record: ClusterRecord, from: LocalDate | undefined): string | undefined {
  return from === undefined ? record.areaHa : attributesOn(record, from).areaHa;
}

function refuseAct(actId: ActId | undefined, acts: ActLookup): Decision<never> | undefined {
  return actId === undefined || acts(actId) !== undefined ? undefined : unknownAct('actId', actId);
}
