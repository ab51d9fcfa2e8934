import { readdirSync } from 'node:fs';
import type { StreamBatch } from '#application';
import { dataPath } from '../data-path.js';
import { readRecords } from '../records.js';

const FOLDER = ['sample', 'facts'] as const;

/** What the sources say of other subjects than units, acts and duties, and what became of the sample clusters. */
export function loadSampleFacts(): readonly StreamBatch[] {
  return readdirSync(dataPath(...FOLDER))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => readRecords<StreamBatch>(...FOLDER, file));
}
