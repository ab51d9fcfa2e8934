import { BanGiaoError, localDate, type LocalDate } from '#domain';
import { communeCode, provinceCode } from './codes.js';
import { cleanName } from './names.js';

/** Records of one CSV file by column. */
export type CsvRecord = Readonly<Record<string, string>>;

/** Our own facts beside the package, as the CSV files hold them. */
export interface OverlayRecords {
  readonly provinces: readonly CsvRecord[];
  readonly splits: readonly CsvRecord[];
  readonly islands: readonly CsvRecord[];
  readonly formedFromOne: readonly CsvRecord[];
  readonly spellings: readonly CsvRecord[];
  readonly aliases: readonly CsvRecord[];
  readonly retypes: readonly CsvRecord[];
  readonly repairs: readonly CsvRecord[];
  readonly doubts: readonly CsvRecord[];
}

/** A province from 2025-07-01 with the provinces it took in; one that took in only itself was not merged. */
export interface ProvinceFact {
  readonly code: string;
  readonly name: string;
  readonly resolution: string;
  readonly predecessors: readonly { readonly code: string; readonly name: string }[];
  readonly communesNotArranged: number;
}
export interface SplitFact {
  readonly oldCode: string;
  readonly newCode: string;
  readonly resolution: string;
}
export interface IslandFact {
  readonly provinceCode: string;
  readonly districtName: string;
  readonly newCode: string;
  readonly newName: string;
  readonly resolution: string;
}
export const REPAIR_ACTIONS = [
  'SET_WARD_CODE',
  'ADD_OLD_COMMUNE',
  'SET_SUCCESSOR',
  'SET_DISTRICT_NAME',
  'ADD_PARTIAL_SUCCESSOR',
] as const;
export type RepairAction = (typeof REPAIR_ACTIONS)[number];
/** A wrong or missing row of the package and what holds instead. */
export interface RepairFact {
  readonly id: string;
  readonly action: RepairAction;
  readonly reason: string;
  readonly key: string;
  readonly value: string;
  readonly source: string;
}
export interface DoubtFact {
  readonly oldCode: string;
  readonly newCode: string;
  readonly doubt: string;
  readonly source: string;
}
export interface Overlays {
  readonly provinces: readonly ProvinceFact[];
  readonly splits: readonly SplitFact[];
  readonly islands: readonly IslandFact[];
  readonly formedFromOne: readonly { readonly oldCode: string; readonly newCode: string }[];
  readonly spellings: readonly { readonly code: string; readonly before: string; readonly after: string }[];
  readonly aliases: readonly {
    readonly unitId: string;
    readonly kind: 'CODE' | 'NAME';
    readonly alias: string;
    readonly validFrom: LocalDate;
    readonly source: string;
  }[];
  readonly retypes: readonly {
    readonly code: string;
    readonly level: 'PROVINCE' | 'COMMUNE';
    readonly effectiveOn: LocalDate;
    readonly newName: string;
    readonly resolution: string;
    readonly issuedOn: LocalDate;
  }[];
  readonly repairs: readonly RepairFact[];
  readonly doubts: readonly DoubtFact[];
}

/**
 * The overlay facts with codes and names cleaned.
 * @throws BanGiaoError GAZETTEER_OVERLAY_INVALID naming the column of a broken record
 */
export function readOverlays(records: OverlayRecords): Overlays {
  return {
    provinces: records.provinces.map(provinceFact),
    splits: records.splits.map((r) => ({
      oldCode: communeCode(cell(r, 'old_code')),
      newCode: communeCode(cell(r, 'new_code')),
      resolution: cell(r, 'resolution'),
    })),
    islands: records.islands.map((r) => ({
      provinceCode: provinceCode(cell(r, 'province_code')),
      districtName: cleanName(cell(r, 'district_name')),
      newCode: communeCode(cell(r, 'new_code')),
      newName: cleanName(cell(r, 'new_name')),
      resolution: cell(r, 'resolution'),
    })),
    formedFromOne: records.formedFromOne.map((r) => ({
      oldCode: communeCode(cell(r, 'old_code')),
      newCode: communeCode(cell(r, 'new_code')),
    })),
    spellings: records.spellings.map((r) => ({
      code: communeCode(cell(r, 'code')),
      before: cleanName(cell(r, 'before_name')),
      after: cleanName(cell(r, 'after_name')),
    })),
    aliases: records.aliases.map((r) => ({
      unitId: cell(r, 'unit_id'),
      kind: oneOf(r, 'kind', ['CODE', 'NAME'] as const),
      alias: cell(r, 'alias'),
      validFrom: day(r, 'valid_from'),
      source: cell(r, 'source'),
    })),
    retypes: records.retypes.map((r) => ({
      code: cell(r, 'code'),
      level: oneOf(r, 'level', ['PROVINCE', 'COMMUNE'] as const),
      effectiveOn: day(r, 'effective_on'),
      newName: cleanName(cell(r, 'new_name')),
      resolution: cell(r, 'resolution'),
      issuedOn: day(r, 'issued_on'),
    })),
    repairs: records.repairs.map((r) => ({
      id: cell(r, 'id'),
      action: oneOf(r, 'action', REPAIR_ACTIONS),
      reason: cell(r, 'reason'),
      key: cell(r, 'key'),
      value: cell(r, 'value'),
      source: cell(r, 'source'),
    })),
    doubts: records.doubts.map((r) => ({
      oldCode: communeCode(cell(r, 'old_code')),
      newCode: communeCode(cell(r, 'new_code')),
      doubt: cell(r, 'doubt'),
      source: cell(r, 'source'),
    })),
  };
}

function provinceFact(r: CsvRecord): ProvinceFact {
  const codes = cell(r, 'predecessor_codes').split('+');
  const names = cell(r, 'predecessor_names').split(' + ');
  if (codes.length !== names.length) throw invalid('predecessor_names', cell(r, 'predecessor_names'));
  return {
    code: provinceCode(cell(r, 'new_code')),
    name: cleanName(cell(r, 'new_name')),
    resolution: cell(r, 'commune_resolution'),
    predecessors: codes.map((code, i) => ({ code: provinceCode(code), name: cleanName(names[i] ?? '') })),
    communesNotArranged: Number(cell(r, 'communes_not_arranged')),
  };
}

function cell(record: CsvRecord, column: string): string {
  const value = record[column]?.trim();
  if (value === undefined || value === '') throw invalid(column, JSON.stringify(record));
  return value;
}

function day(record: CsvRecord, column: string): LocalDate {
  return localDate(cell(record, column), column);
}

function oneOf<T extends string>(record: CsvRecord, column: string, allowed: readonly T[]): T {
  const value = cell(record, column);
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw invalid(column, value);
  return found;
}

function invalid(field: string, value: string): BanGiaoError {
  return new BanGiaoError('GAZETTEER_OVERLAY_INVALID', 'A fact about units is incomplete.', {
    field,
    value,
    remedy: 'Correct the CSV file under libs/gazetteer/data/units.',
  });
}
