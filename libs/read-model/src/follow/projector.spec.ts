import { describe, expect, it } from '@jest/globals';
import type { RecordedEnvelope } from '#application';
import { BanGiaoError } from '#domain';
import { openReadModel } from '../read-model.js';
import { digest } from '../rebuild/digest.js';
import { act, assigned, reassigned } from '../testing/facts.js';
import { day, LogBuilder } from '../testing/events.js';
import { closing, newFile, projectAll } from '../testing/files.js';
import { openProjector } from './projector.js';

function history(): readonly RecordedEnvelope[] {
  const log = new LogBuilder();
  log.add('act-nd-32', act('nd-32'));
  log.add('cluster-c1', assigned());
  log.add('cluster-c1', reassigned({ from: day('2025-07-01') }));
  log.add('cluster-c1', reassigned({ from: day('2026-07-01') }));
  return log.events;
}

function codeOf(run: () => void): string {
  try {
    run();
    return 'none';
  } catch (error) {
    return error instanceof BanGiaoError ? error.code : String(error);
  }
}

describe('a projector', () => {
  it('writes rows and checkpoint together, and goes on from there', () => {
    const file = newFile();
    const [first, second, third, fourth] = history() as [
      RecordedEnvelope,
      RecordedEnvelope,
      RecordedEnvelope,
      RecordedEnvelope,
    ];
    projectAll(file, [first, second]);
    const projector = closing(openProjector({ file }));
    expect(projector.checkpoint()).toEqual({
      seq: 2,
      position: second.position,
      recordedAt: second.metadata.recordedAt,
    });
    projector.project([third, fourth]);
    const model = closing(openReadModel({ file }));
    expect(model.status()).toMatchObject({ seq: 4, position: fourth.position });
    expect(model.event(4)?.id).toBe(fourth.eventId);
  });

  it('keeps the running maximum of the recorded times', () => {
    const log = new LogBuilder();
    log.add('act-a', act('a'), '2025-10-01T00:00:00.000Z');
    log.add('act-b', act('b'), '2025-09-01T00:00:00.000Z');
    log.add('act-c', act('c'), '2025-11-01T00:00:00.000Z');
    const file = newFile();
    projectAll(file, log.events, 1);
    const model = closing(openReadModel({ file }));
    const known = (text: string) => model.seqKnownAt(text as never);
    expect(known('2025-09-15T00:00:00.000Z')).toBe(0);
    expect(known('2025-10-01T00:00:00.000Z')).toBe(2);
    expect(known('2025-10-31T00:00:00.000Z')).toBe(2);
    expect(known('2026-01-01T00:00:00.000Z')).toBe(3);
  });

  it('refuses a log in which an event is missing, and writes nothing of the batch', () => {
    const file = newFile();
    const [first, second, , fourth] = history() as [
      RecordedEnvelope,
      RecordedEnvelope,
      RecordedEnvelope,
      RecordedEnvelope,
    ];
    const projector = closing(openProjector({ file }));
    expect(codeOf(() => projector.project([first, second, fourth]))).toBe('READ_MODEL_GAP');
    expect(projector.checkpoint()).toEqual({ seq: 0 });
    projector.project([first, second]);
    expect(codeOf(() => projector.project([fourth]))).toBe('READ_MODEL_GAP');
    expect(closing(openReadModel({ file })).status()).toMatchObject({ seq: 2 });
  });

  it('refuses events that it has projected before', () => {
    const projector = closing(openProjector({ file: newFile() }));
    projector.project(history());
    expect(codeOf(() => projector.project(history().slice(3)))).toBe('READ_MODEL_NOT_ADVANCING');
  });

  it('refuses a file to which another process writes', () => {
    const file = newFile();
    const [first, ...rest] = history();
    const mine = closing(openProjector({ file }));
    const other = closing(openProjector({ file }));
    other.project(first === undefined ? [] : [first]);
    expect(codeOf(() => mine.project(history()))).toBe('READ_MODEL_CHECKPOINT_MOVED');
    other.project(rest);
    expect(closing(openReadModel({ file })).status()).toMatchObject({ seq: 4 });
  });
});

describe('an event that cannot be projected', () => {
  const poisons: readonly (readonly [string, (event: RecordedEnvelope) => unknown])[] = [
    ['is of an unknown type', (e) => ({ ...e, type: 'cluster.moved' })],
    ['is of a version to come', (e) => ({ ...e, schemaVersion: 2 })],
    ['begins on a day that does not exist', (e) => ({ ...e, data: { ...e.data, from: '2025-02-31' } })],
    ['ends before it begins', (e) => ({ ...e, data: { ...e.data, to: '2025-06-30' } })],
    ['lacks its holders', (e) => ({ ...e, data: { ...e.data, holders: undefined } })],
    ['has a number where text belongs', (e) => ({ ...e, eventId: 7 })],
    ['is of an act that was never registered', (e) => ({ ...e, type: 'act.ended', data: { actId: 'x' } })],
  ];

  it.each(poisons)('stops everything where it %s', (_name, spoil) => {
    const file = newFile();
    const events = history();
    const spoilt = events.map((e, i) => (i === 2 ? (spoil(e) as RecordedEnvelope) : e));
    const projector = openProjector({ file });
    expect(codeOf(() => projector.project(spoilt))).toBe('READ_MODEL_POISON');
    projector.close();

    const model = closing(openReadModel({ file }));
    expect(model.status()).toMatchObject({ seq: 2, poison: { seq: 3 } });
    expect(model.responsibility('c1', 'd1', { validAt: day('2025-01-01'), knownSeq: 2 }).status).toBe('HELD');
    expect(codeOf(() => projectAll(file, spoilt.slice(2)))).toBe('READ_MODEL_POISON');
    expect(model.status().seq).toBe(2);
  });

  it('is forgotten once a release projects it, and leaves no trace', () => {
    const [file, clean] = [newFile(), newFile()];
    const events = history();
    const spoilt = events.map((e, i) => (i === 2 ? { ...e, schemaVersion: 2 } : e));
    expect(codeOf(() => projectAll(file, spoilt))).toBe('READ_MODEL_POISON');
    projectAll(file, events.slice(2));
    projectAll(clean, events);
    expect(closing(openReadModel({ file })).status().poison).toBeUndefined();
    expect(digest({ file })).toEqual(digest({ file: clean }));
  });
});
