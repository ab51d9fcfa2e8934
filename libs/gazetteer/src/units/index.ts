export * from './national-units.js';
export * from './report.js';
export type { CsvRecord, OverlayRecords } from './overlays.js';
export { readNationalUnits } from './read-national-units.js';
export { loadNationalUnits, readAddressDatabase, readOverlayRecords } from './load.js';
export { normaliseToneMarks, sameName } from './names.js';
