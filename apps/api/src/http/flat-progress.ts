import type { Clocks, ProgressRow, ReadModel } from '#application';
import { HANDOVER_STATES, type HandoverState } from '#domain';

/** One value for each column. */
export type FlatRow = Readonly<Record<string, string | number | null>>;

/** Columns of the table of progress; the SQL view `bi_progress` has the same. */
export const PROGRESS_COLUMNS = [
  'province_id',
  'province_name',
  'district_id',
  'district_name',
  'duty_group',
  'assigned',
  'held',
  'joint',
  'undetermined',
  'vacant',
  'disputed',
  'continuing_pending_rearrangement',
  'no_basis',
  ...HANDOVER_STATES.map(handoverColumn),
  'overdue',
  'valid_at',
  'known_seq',
] as const;

/** The same over time. */
export const SERIES_COLUMNS = ['day', ...PROGRESS_COLUMNS] as const;

/** Rows of progress with their names and clocks. */
export function flatRows(
  readModel: ReadModel,
  clocks: Clocks,
  rows: readonly ProgressRow[],
): readonly FlatRow[] {
  return rows.map(({ provinceId, districtId, dutyGroup, assigned, statuses, handovers, overdue }) => ({
    province_id: provinceId ?? null,
    province_name: (provinceId && readModel.unit(provinceId, clocks)?.name) ?? null,
    district_id: districtId ?? null,
    district_name: (districtId && readModel.anyUnit(districtId, clocks.knownSeq)?.name) ?? null,
    duty_group: dutyGroup ?? null,
    assigned,
    held: statuses.HELD,
    joint: statuses.JOINT,
    undetermined: statuses.UNDETERMINED,
    vacant: statuses.VACANT,
    disputed: statuses.DISPUTED,
    continuing_pending_rearrangement: statuses.CONTINUING_PENDING_REARRANGEMENT,
    no_basis: statuses.NO_BASIS,
    ...Object.fromEntries(HANDOVER_STATES.map((state) => [handoverColumn(state), handovers[state]])),
    overdue,
    valid_at: clocks.validAt,
    known_seq: clocks.knownSeq,
  }));
}

function handoverColumn(state: HandoverState): string {
  return `handovers_${state.toLowerCase()}`;
}
