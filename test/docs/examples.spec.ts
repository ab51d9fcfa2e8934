import { cpSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newDataDir, removeDataDir, startService, type RunningService } from '../e2e/service.js';
import { asShown, examplesOf } from './examples.js';

const PAGES = [
  'docs/tutorial/first-questions.md',
  'docs/how-to/settle-an-open-question.md',
  'docs/reference/graphql.md',
];

const imported = newDataDir();
beforeAll(async () => {
  const service = await startService({}, imported);
  await service.stop();
}, 150_000);
afterAll(() => removeDataDir(imported));

/** The moment that a page tells its reader to note. */
function notedIn(answer: unknown): string | undefined {
  const { data } = answer as { data?: { log?: { readModel?: { recordedAt?: string } } } | null };
  return data?.log?.readModel?.recordedAt;
}

describe.each(PAGES)('the examples of %s, asked in their order after a first start', (page) => {
  let service: RunningService;
  let noted: string | undefined;
  beforeAll(async () => {
    const dataDir = newDataDir();
    cpSync(imported, dataDir, { recursive: true });
    service = await startService({}, dataDir);
  }, 60_000);
  afterAll(async () => {
    await service.stop();
    removeDataDir(service.dataDir);
  });

  it.each(examplesOf(page))('$name', async ({ question, shown }) => {
    const answer = await service.query(question, question.includes('$noted') ? { noted } : {});
    noted = notedIn(answer) ?? noted;
    if (shown === undefined) expect(answer.errors).toBeUndefined();
    else expect(asShown(answer, shown)).toEqual(shown);
  });
});
