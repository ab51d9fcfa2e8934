import { describe, expect, it } from '@jest/globals';
import { validateEvent } from '#application';
import {
  addWorkingDays,
  calendarOf,
  evolveHolidayYear,
  localDate,
  SCHEMA_VERSIONS,
  type EventType,
  type HolidayYear,
} from '#domain';
import { loadActs } from '../acts/index.js';
import { loadSampleFacts } from './index.js';

const facts = loadSampleFacts().flatMap(({ stream, events }) =>
  events.map((event) => ({ stream, ...event })),
);

describe('the sample facts', () => {
  it('have the shape of their events', () => {
    const version = (type: EventType) => SCHEMA_VERSIONS[type];
    const defects = facts.flatMap(({ stream, type, data }) =>
      validateEvent(type, version(type), data).map((defect) => ({ stream, type, ...defect })),
    );
    expect(defects).toEqual([]);
    expect(facts.length).toBeGreaterThan(0);
  });

  it('rest on acts that are registered', () => {
    const acts = new Set(loadActs().map((act) => act.actId));
    const named = facts.flatMap(({ data }) => [...JSON.stringify(data).matchAll(/"\w*[aA]ctId":"([^"]+)"/g)]);
    expect(named.map((m) => m[1] ?? '').filter((id) => !acts.has(id))).toEqual([]);
  });

  it('say where each was read, and how certain it is', () => {
    const silent = facts.filter(({ data }) => !('provenance' in data && 'source' in data));
    expect(silent).toEqual([]);
  });
});

describe('the calendar', () => {
  const years = new Map<string, HolidayYear>();
  for (const fact of facts) {
    if (fact.type !== 'holiday.declared') continue;
    years.set(fact.stream, evolveHolidayYear(years.get(fact.stream), fact));
  }
  const calendar = calendarOf([...years.values()]);

  it.each([
    ['2026-11-20', 1, '2026-11-23', true],
    ['2026-11-20', 2, '2026-11-24', false],
    ['2026-11-24', 1, '2026-11-25', true],
  ])('after %s the %ith working day is %s, certain: %p', (from, n, on, certain) => {
    expect(addWorkingDays(localDate(from), n, calendar)).toEqual({ day: on, certain });
  });
});
