import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importedDataDir } from '../e2e/imported.js';
import { removeDataDir, startService, type RunningService } from '../e2e/service.js';
import { recordCorrection } from './correction.js';
import { auditorsQuestions, questionsByRegister } from './questions.js';

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

  const { ofSample, ofCorrected } = questionsByRegister();
  const goldenOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

  it.each(ofSample)('$name has its answer', async ({ document, golden }) => {
    expect(await service.query(document)).toEqual(goldenOf(golden));
  });

  it('the sample itself has no correction', async () => {
    expect(await service.ask('{ corrections { edges { node { event { id } } } } }')).toEqual({
      corrections: { edges: [] },
    });
  });

  describe('once a mistake was recorded and corrected', () => {
    let variables: Record<string, unknown>;
    beforeAll(async () => {
      variables = await recordCorrection(service);
    });

    it.each(ofCorrected)('$name has its answer', async ({ document, golden }) => {
      expect(await service.query(document, variables)).toEqual(goldenOf(golden));
    });
  });
});
