import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importedDataDir } from '../e2e/imported.js';
import { removeDataDir, startService, type RunningService } from '../e2e/service.js';
import { auditorsQuestions } from './questions.js';

/** The whole answers that the sample gives to the ten questions; `npm run answers:record` writes them anew. */
let service: RunningService;
beforeAll(async () => {
  service = await startService({}, await importedDataDir());
}, 120_000);
afterAll(async () => {
  await service.stop();
  removeDataDir(service.dataDir);
});

describe('the ten questions of an auditor', () => {
  it('are ten', () => expect(auditorsQuestions()).toHaveLength(10));

  it.each(auditorsQuestions())('$name has its answer', async ({ document, golden }) => {
    expect(await service.query(document)).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });
});
