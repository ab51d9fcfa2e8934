/** What tests outside of this library need of its tests; nothing else may enter here. */
export { REFORM, SUCCESSIONS, UNITS } from './country.js';
export { ACTS, day, DUTIES, LAO_CAI_LEAD } from './law.js';
export type { ListedUnit } from './lineage.js';
