import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { EventLog } from '#application';
import { listen, timesCaughtUp } from '../contract/collect.js';
import { eventLogOn } from './eventstoredb-event-log.js';
import { StoreFailure } from './errors.js';
import { LIMITS } from './limits.js';
import type { StoreClient, StoredEvent, StoreItem } from './store-client.js';

const away = (): never => {
  throw new StoreFailure('transient', 'not there', { sent: false });
};

/** A store that only gives subscriptions: one after another, each ending as it is told. */
function storeOf(subscriptions: readonly (readonly StoreItem[])[]): StoreClient {
  const left = [...subscriptions];
  return {
    append: away,
    readStream: away,
    readAll: away,
    end: away,
    async *subscribe(_after, signal) {
      yield* left.shift() ?? [];
      // The last one stays.
      if (left.length === 0) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
    close: async () => undefined,
  };
}

function event(number: number): StoreItem {
  const place = BigInt(number);
  const stored: StoredEvent = {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    type: 'act.registered',
    stream: 'act-a',
    revision: number,
    position: { commit: place, prepare: place },
    data: JSON.stringify({ title: String(number) }),
    metadata: '{"schemaVersion":1,"commandId":"c"}',
  };
  return { kind: 'event', event: stored };
}

const CAUGHT_UP = { kind: 'caught-up' } as const;

let log: EventLog;
afterEach(() => log.close());

describe('a subscription that was dropped', () => {
  it('gives nothing again where the next node begins before its place', async () => {
    log = eventLogOn(
      storeOf([
        [event(1), event(2), event(3)],
        [event(2), event(3), event(4), CAUGHT_UP],
      ]),
    );
    const listening = listen(log);
    await listening.until((items) => timesCaughtUp(items) === 1);
    expect(listening.titles()).toEqual(['1', '2', '3', '4']);
    await listening.stop();
  });

  it('says that it is at the end when the server says so, and not while it fell behind', async () => {
    log = eventLogOn(storeOf([[event(1), CAUGHT_UP, event(2), { kind: 'fell-behind' }, event(3)]]));
    const listening = listen(log);
    await listening.until((items) => items.filter(({ kind }) => kind === 'event').length === 3);
    await wait(10 * LIMITS.quiet);
    const said = listening.items.map((item) => (item.kind === 'event' ? 'event' : 'end'));
    expect(said).toEqual(['event', 'end', 'event', 'event']);
    await listening.stop();
  });

  it('stops at an event that is none of this log, and names it', async () => {
    const foreign = event(2);
    if (foreign.kind === 'event') Object.assign(foreign.event, { metadata: '{}' });
    log = eventLogOn(storeOf([[event(1), foreign, event(3)]]));
    const listening = listen(log);
    const corrupt = { code: 'LOG_CORRUPT', field: 'position', value: expect.stringContaining('act-a') };
    await expect(listening.until(() => false)).rejects.toMatchObject(corrupt);
    expect(listening.titles()).toEqual(['1']);
  });
});
