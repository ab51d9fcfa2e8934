import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '../events/catalogue.js';
import { advanced, PLAIN, recordOf } from '../testing/cluster-record.js';
import { day } from '../testing/law.js';
import type { ClusterStatus } from './cluster.js';
import { leadsTo, LIFECYCLE_STATES, type LifecycleState } from './lifecycle-states.js';
import { inFlightAtCutover, lifecycleOn, stateOfStatus } from './lifecycle.js';
import type { ClusterRecord } from './record.js';

const stateOn = (record: ClusterRecord, on: string) => {
  const found = lifecycleOn(record, day(on));
  return found === undefined ? [] : [found.state, ...(found.since === undefined ? [] : [found.since])];
};
const registeredAs = (status: ClusterStatus, ...events: readonly DomainEvent[]) =>
  recordOf({ ...PLAIN, status }, ...events);

describe('where a cluster stands on a day', () => {
  it('is not known where nothing says so', () => {
    expect(stateOn(recordOf(PLAIN), '2025-07-01')).toEqual([]);
  });

  it('is what its last dated step says', () => {
    const record = recordOf(
      PLAIN,
      advanced('ESTABLISHED', '2020-06-26'),
      advanced('OPERATING', '2025-06-23'),
    );
    expect(stateOn(record, '2020-06-25')).toEqual([]);
    expect(stateOn(record, '2020-06-26')).toEqual(['ESTABLISHED', '2020-06-26']);
    expect(stateOn(record, '2025-06-22')).toEqual(['ESTABLISHED', '2020-06-26']);
    expect(stateOn(record, '2025-06-23')).toEqual(['OPERATING', '2025-06-23']);
  });

  it('follows days, not the order of recording', () => {
    const record = recordOf(
      PLAIN,
      advanced('OPERATING', '2025-06-23'),
      advanced('ESTABLISHED', '2020-06-26'),
    );
    expect(stateOn(record, '2025-06-22')).toEqual(['ESTABLISHED', '2020-06-26']);
    expect(stateOn(record, '2026-01-01')).toEqual(['OPERATING', '2025-06-23']);
  });

  it('is what the registration says where no step is dated, from the first day of the cluster on', () => {
    expect(stateOn(registeredAs('OPERATING'), '2000-01-01')).toEqual(['OPERATING']);
    const begun = recordOf({ ...PLAIN, status: 'OPERATING', since: day('2020-01-01') });
    expect(stateOn(begun, '2019-12-31')).toEqual([]);
    expect(stateOn(begun, '2020-01-01')).toEqual(['OPERATING']);
  });

  it('is what the registration says until a step that can follow it', () => {
    const record = registeredAs('INVESTOR_SELECTION', advanced('ESTABLISHED', '2026-01-01'));
    expect(stateOn(record, '2025-12-31')).toEqual(['INVESTOR_SCORING']);
    expect(stateOn(record, '2026-01-01')).toEqual(['ESTABLISHED', '2026-01-01']);
  });

  it('stays what the registration says after an earlier step became known, and has no day there', () => {
    const record = registeredAs('OPERATING', advanced('ESTABLISHED', '2015-03-01'));
    expect(stateOn(record, '2015-02-28')).toEqual([]);
    expect(stateOn(record, '2025-07-01')).toEqual(['OPERATING']);
  });

  it('gets the day of what the registration says from a step that reaches it', () => {
    const record = registeredAs(
      'UNDER_CONSTRUCTION',
      advanced('ESTABLISHED', '2020-06-26'),
      advanced('UNDER_CONSTRUCTION', '2025-06-23'),
    );
    expect(stateOn(record, '2025-06-22')).toEqual(['ESTABLISHED', '2020-06-26']);
    expect(stateOn(record, '2025-06-23')).toEqual(['UNDER_CONSTRUCTION', '2025-06-23']);
  });

  it('forgets a step from the moment on that another corrects it', () => {
    const wrong = advanced('OPERATING', '2024-01-01');
    const right = advanced('OPERATING', '2025-01-01', { corrects: 'event-1' });
    expect(stateOn(recordOf(PLAIN, wrong), '2024-06-01')).toEqual(['OPERATING', '2024-01-01']);
    expect(stateOn(recordOf(PLAIN, wrong, right), '2024-06-01')).toEqual([]);
    expect(stateOn(recordOf(PLAIN, wrong, right), '2025-06-01')).toEqual(['OPERATING', '2025-01-01']);
  });
});

describe('a procedure in progress when the districts ended', () => {
  it.each<[string, boolean, LifecycleState, string]>([
    ['scored before', true, 'INVESTOR_SCORING', '2025-06-17'],
    ['scored on the day itself', false, 'INVESTOR_SCORING', '2025-07-01'],
    ['established before', false, 'ESTABLISHED', '2025-06-05'],
  ])('%s: %s', (_what, expected, state, on) => {
    expect(inFlightAtCutover(recordOf(PLAIN, advanced(state, on)))).toBe(expected);
  });

  it('is known where only the registration says so, and is none where nothing does', () => {
    expect(inFlightAtCutover(registeredAs('UNDER_APPRAISAL'))).toBe(true);
    expect(inFlightAtCutover(recordOf(PLAIN))).toBe(false);
  });

  it('had ended where a step of the eve ended it', () => {
    const ended = registeredAs('INVESTOR_SELECTION', advanced('ESTABLISHED', '2025-06-30'));
    expect(inFlightAtCutover(ended)).toBe(false);
  });
});

describe('the states', () => {
  it('are reached through steps in between, and never backwards', () => {
    expect(leadsTo('PLANNED', 'REVOKED')).toBe(true);
    expect(leadsTo('OPERATING', 'OPERATING')).toBe(true);
    expect(leadsTo('ESTABLISHED', 'ESTABLISHED')).toBe(false);
    expect(LIFECYCLE_STATES.filter((state) => leadsTo('REVOKED', state))).toEqual([]);
    expect(LIFECYCLE_STATES.filter((state) => leadsTo(state, 'LEGACY_UNESTABLISHED'))).toEqual([]);
  });

  it('take in every status of a registration', () => {
    expect(stateOfStatus('UNKNOWN')).toBeUndefined();
    expect(stateOfStatus('INVESTOR_SELECTION')).toBe('INVESTOR_SCORING');
    expect(stateOfStatus('REVOKED')).toBe('REVOKED');
  });
});
