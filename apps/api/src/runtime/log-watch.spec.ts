import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Position } from '#application';
import { LogWatch } from './log-watch.js';

/** A log that answers as it is told to, and a read model that stands where it is put. */
class Stage {
  answer: () => Promise<Position | undefined> = () => Promise.resolve(undefined);
  position: Position | undefined;
  damaged = false;
  readonly log = { head: () => this.answer() };
  readonly readModel = {
    status: () => {
      if (this.damaged) throw new Error('damaged');
      return { seq: 0, ...(this.position === undefined ? {} : { position: this.position }) };
    },
  };
}

const watches: LogWatch[] = [];
function watch(stage: Stage, intervalMs = 5): LogWatch {
  const made = new LogWatch(stage, { intervalMs, limitMs: 30 });
  watches.push(made);
  return made;
}
beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  watches.splice(0).forEach((w) => w.stop());
  jest.useRealTimers();
});
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

const never = () => new Promise<never>(() => undefined);
const away = () => Promise.reject(new Error('away'));

describe('watching the log', () => {
  it('knows of an empty log that the read model holds all of it', async () => {
    const watched = watch(new Stage());
    await watched.start();
    expect(watched.seen()).toEqual({ logAnswers: true, completeAsOf: expect.any(String), ageSeconds: 0 });
  });

  it('takes the read model for complete as of the last end that it has reached, late or not', async () => {
    const stage = new Stage();
    stage.answer = () => Promise.resolve('10');
    const watched = watch(stage, 1_000_000);
    await watched.look();
    expect(watched.seen()).toEqual({ logAnswers: true, head: '10' });
    stage.answer = () => Promise.resolve('12');
    await pass(1_100);
    await watched.look();
    stage.position = '11';
    const { completeAsOf: first, ageSeconds } = watched.seen();
    expect(ageSeconds).toBe(1);
    stage.position = '12';
    expect(watched.seen()).toMatchObject({ head: '12', ageSeconds: 0 });
    expect((watched.seen().completeAsOf ?? '') > (first ?? '')).toBe(true);
  });

  it('compares positions as numbers', async () => {
    const stage = new Stage();
    stage.answer = () => Promise.resolve('10');
    stage.position = '9';
    const watched = watch(stage);
    await watched.look();
    expect(watched.seen().completeAsOf).toBeUndefined();
  });

  it('says that the log is away, and no longer where it ends, while the age goes on', async () => {
    const stage = new Stage();
    stage.answer = () => Promise.resolve('10');
    stage.position = '10';
    const watched = watch(stage);
    await watched.start();
    stage.answer = away;
    await watched.look();
    const { logAnswers, head, completeAsOf } = watched.seen();
    expect([logAnswers, head, typeof completeAsOf]).toEqual([false, undefined, 'string']);
    await pass(1_000);
    expect(watched.seen()).toEqual({ logAnswers: false, completeAsOf, ageSeconds: 1 });
    stage.answer = () => Promise.resolve('10');
    await pass(50);
    expect(watched.seen()).toMatchObject({ logAnswers: true, head: '10', ageSeconds: 0 });
  });

  it('waits for a log that never answers no longer than its limit, and asks again beside', async () => {
    const stage = new Stage();
    stage.answer = never;
    const watched = watch(stage);
    const started = watched.start();
    await pass(30);
    await started;
    expect(watched.seen()).toEqual({ logAnswers: false });
    stage.answer = () => Promise.resolve(undefined);
    await pass(50);
    expect(watched.seen().logAnswers).toBe(true);
  });

  it('learns from an answer that comes late, and still calls the log away', async () => {
    const stage = new Stage();
    stage.answer = () => new Promise((resolve) => setTimeout(() => resolve('10'), 60));
    stage.position = '10';
    const watched = watch(stage, 10);
    void watched.start();
    await pass(200);
    expect(watched.seen()).toEqual({ logAnswers: false, completeAsOf: expect.any(String), ageSeconds: 0 });
  });

  it('knows at once what this process has appended', async () => {
    const stage = new Stage();
    stage.answer = () => Promise.resolve('10');
    stage.position = '10';
    const watched = watch(stage, 1_000_000);
    await watched.look();
    watched.appended('11');
    expect(watched.seen().head).toBe('11');
    stage.position = '12';
    expect(watched.seen().head).toBe('12');
  });

  it('goes on where the read model cannot be read', async () => {
    const stage = new Stage();
    stage.damaged = true;
    stage.answer = () => Promise.resolve('10');
    const watched = watch(stage);
    await watched.look();
    expect(watched.seen()).toEqual({ logAnswers: true, head: '10' });
  });
});
