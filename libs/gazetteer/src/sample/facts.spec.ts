import { describe, expect, it } from '@jest/globals';
import { validateEvent } from '#application';
import { SCHEMA_VERSIONS, type EventType } from '#domain';
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
