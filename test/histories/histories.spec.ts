import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { validateEvent } from '#application';
import { ASSIGNMENT_STATUSES, EVENT_TYPES, SCHEMA_VERSIONS, toCurrent } from '#domain';
import {
  countTypes,
  readHistory,
  readManifest,
  recordedVersions,
  requireNew,
  type History,
  type HistoryEvent,
} from './history.js';
import type { Answered } from './questions.js';
import { replay, type Replayed } from './replay.js';

const VERSIONS = recordedVersions();
/** Enough to see what is wrong. */
const MOST_SHOWN = 5;

describe('the recorded histories', () => {
  it('are one for each version of the changelog that may have changed events', () => {
    const released = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## \[(\d+\.\d+\.0)\]/gm)];
    expect(released.map((m) => m[1])).toContain('0.1.0');
    for (const [, version] of released) expect(VERSIONS).toContain(version);
  });

  it('have every type of event in the version that is written now; else record one: npm run history:record', () => {
    const recorded = new Set(VERSIONS.flatMap((version) => Object.keys(readManifest(version).events.types)));
    const written = EVENT_TYPES.map((type) => `${type}.v${SCHEMA_VERSIONS[type]}`);
    expect(written.filter((type) => !recorded.has(type))).toEqual([]);
  });

  it('are never recorded again', () => {
    for (const version of VERSIONS) expect(() => requireNew(version)).toThrow(/what was recorded stays/);
    expect(() => requireNew('999.0.0')).not.toThrow();
  });
});

describe.each(VERSIONS)('the history of version %s, read by this one', (version) => {
  let history: History;
  let replayed: Replayed;
  beforeAll(async () => {
    history = readHistory(version);
    replayed = await replay(history);
  }, 120_000);
  afterAll(() => replayed.close());

  it('is in the log as it was recorded: order, ids, times and data', async () => {
    const stored = await eventsOf(replayed);
    const { count, types } = history.manifest.events;
    expect(stored).toHaveLength(count);
    expect(countTypes(stored)).toEqual(types);
    const other = history.events.findIndex((event, i) => !isDeepStrictEqual(event, stored[i]));
    expect(stored[other]).toEqual(history.events[other]);
  });

  it('fits the schemas it was written in, and the present ones once it is read', () => {
    const defects = history.events.flatMap((event) => {
      const { type, schemaVersion, data } = event;
      const current = toCurrent(event);
      return [
        ...validateEvent(type, schemaVersion, data),
        ...(current === event ? [] : validateEvent(type, current.schemaVersion, current.data)),
      ].map((defect) => ({ event: event.eventId, type, ...defect }));
    });
    expect(defects.slice(0, MOST_SHOWN)).toEqual([]);
  });

  it('has answers of every status', () => {
    const text = JSON.stringify(history.answers.filter(({ document }) => document === 'responsibility'));
    for (const status of [...ASSIGNMENT_STATUSES, 'NO_BASIS'])
      expect(text).toContain(`{"status":"${status}"`);
    expect(history.answers).toHaveLength(history.manifest.answers.count);
  });

  it('gives to every question the answer that it gave then', async () => {
    const then: Record<string, unknown> = {};
    const now: Record<string, unknown> = {};
    for (const recorded of history.answers) {
      const { document, variables, ...answer } = await replayed.answer(recorded);
      const before = answerOf(recorded);
      if (isDeepStrictEqual(before, answer)) continue;
      const question = `${document} ${JSON.stringify(variables)}`;
      if (Object.keys(then).length < MOST_SHOWN) [then[question], now[question]] = [before, answer];
    }
    expect(now).toEqual(then);
  }, 120_000);
});

function answerOf({ document: _document, variables: _variables, ...answer }: Answered) {
  return answer;
}

async function eventsOf({ log }: Replayed): Promise<readonly HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  for (let after: string | undefined; ;) {
    const page = await log.readAll(after, { maxCount: 2_000 });
    events.push(...page.map(({ position: _, ...event }) => event));
    if (page.length === 0) return events;
    after = page.at(-1)?.position;
  }
}
