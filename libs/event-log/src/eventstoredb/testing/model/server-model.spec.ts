import { describe, expect, it } from '@jest/globals';
import type { ProposedEvent } from './event.js';
import { ServerModel, type ModelOptions } from './server-model.js';

const event = (n: number): ProposedEvent => ({
  id: `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type: 'act.numbered',
  isJson: true,
  data: new TextEncoder().encode(`{"n":${n}}`),
  metadata: new Uint8Array(),
});

/** A model after so many appends of two events each, on three streams in turn. */
function after(appends: number, options?: ModelOptions): ServerModel {
  const model = new ServerModel(options);
  for (let i = 0; i < appends; i += 1) model.append(`act-${i % 3}`, [event(2 * i), event(2 * i + 1)], 'any');
  return model;
}

describe('the model of a server', () => {
  it('answers the same calls with the same events at the same positions', () => {
    expect(after(20).log.events).toEqual(after(20).log.events);
    const again = [event(38), event(39)];
    const [first, second] = [after(20), after(20)].map((model) => model.append('act-1', again, 'any'));
    expect(first).toEqual(second);
    expect(first).toMatchObject({ kind: 'repeated', position: after(20).events.at(-1)?.position });
  });

  it('writes events of its own in between, which a test does not see among those of users', () => {
    const model = after(10, { systemEventEvery: 2 });
    const own = model.log.events.flatMap(({ stream }, i) => (stream.startsWith('$') ? [i] : []));
    expect(own).toEqual([0, 5, 10, 15, 20, 25]);
    expect(model.events).toHaveLength(20);
    expect(after(10, { systemEventEvery: 0 }).log.length).toBe(20);
  });

  it('tells its listeners of every append at once and whole, and of no repetition', () => {
    const model = new ServerModel({ systemEventEvery: 0 });
    const told: (readonly number[])[] = [];
    const stop = model.log.onAppend((events) => told.push(events.map(({ revision }) => revision)));
    model.append('act-a', [event(0), event(1)], 'no_stream');
    model.append('act-a', [event(0), event(1)], 'no_stream');
    model.append('act-a', [event(2)], 1);
    model.append('act-a', [event(3)], 1);
    stop();
    model.append('act-a', [event(4)], 2);
    expect(told).toEqual([[0, 1], [2]]);
  });

  it('looks for the wanted in windows, and says where the next begins', () => {
    const { log } = after(10, { systemEventEvery: 0 });
    const wanted = log.page(0, 2, 4, ({ stream }) => stream === 'act-2');
    expect(wanted).toMatchObject({ events: [], next: 4, considered: 4, isEnd: false });
    expect(log.page(4, 2, 100, () => true)).toMatchObject({ next: 6, isEnd: false });
    expect(log.page(18, 2, 100, () => true)).toMatchObject({ next: 20, isEnd: true });
  });
});
