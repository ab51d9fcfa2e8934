import { describe, expect, it } from '@jest/globals';
import { readiness, type Standing } from './readiness.js';

const good: Standing = {
  serving: { prepared: true, stopping: false },
  readModel: { seq: 7, position: '7' },
  replica: { logAnswers: true, head: '7', completeAsOf: '2026-01-01T00:00:00.000Z' as never, ageSeconds: 0 },
  lagSeconds: 60,
};
const poison = { seq: 8, message: 'x' };

describe('readiness', () => {
  it.each<[string, Partial<Standing>, object]>([
    ['everything is well', {}, { ready: true }],
    [
      'the log is away, within the lag',
      { replica: { ...good.replica, logAnswers: false, ageSeconds: 60 } },
      { ready: true, reason: 'WITHOUT_LOG' },
    ],
    [
      'the log is away for longer',
      { replica: { ...good.replica, logAnswers: false, ageSeconds: 61 } },
      { ready: false, reason: 'WITHOUT_LOG' },
    ],
    ['the log was never there', { replica: { logAnswers: false } }, { ready: false, reason: 'WITHOUT_LOG' }],
    ['it never caught up', { replica: { logAnswers: true } }, { ready: false, reason: 'CATCHING_UP' }],
    ['it is behind', { replica: { ...good.replica, ageSeconds: 61 } }, { ready: false, reason: 'BEHIND' }],
    [
      'following is interrupted, within the lag',
      { replica: { ...good.replica, followingFailure: 'FOLLOWING_FAILED', ageSeconds: 5 } },
      { ready: true },
    ],
    [
      'following has stopped',
      { replica: { ...good.replica, followingFailure: 'LOG_CORRUPT', followingStopped: true } },
      { ready: false, reason: 'FOLLOWING_STOPPED' },
    ],
    ['an event is poison', { readModel: { seq: 7, poison } }, { ready: false, reason: 'POISON_EVENT' }],
    [
      'the read model is damaged',
      { readModel: undefined },
      { ready: false, reason: 'READ_MODEL_UNREADABLE' },
    ],
    [
      'the reference data is not there',
      { serving: { prepared: false, stopping: false } },
      { ready: false, reason: 'PREPARING' },
    ],
    ['it stops', { serving: { prepared: true, stopping: true } }, { ready: false, reason: 'STOPPING' }],
  ])('where %s', (_name, change, expected) => {
    expect(readiness({ ...good, ...change })).toEqual(expected);
  });
});
