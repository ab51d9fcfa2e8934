import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExpectedRevision } from '#application';
import { envelope, envelopes, envelopesOfSize } from '../contract/fixture.js';
import { serialise } from '../shared/serialise.js';
import { openForWriting } from './format.js';
import type { AppendRequest } from './protocol.js';
import { Reader } from './reader.js';
import { temporaryDirectory } from './testing/sqlite-store.js';
import { Writer } from './writer.js';

describe('the writer of the embedded log', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let db: DatabaseSync;
  let reader: Reader;
  let writer: Writer;
  let nextId = 0;
  beforeEach(() => {
    directory = temporaryDirectory();
    const file = join(directory.path, 'log.sqlite');
    db = openForWriting(file);
    reader = new Reader(file);
    writer = new Writer(db);
  });
  afterEach(() => {
    reader.close();
    db.close();
    directory.remove();
  });

  const request = (
    stream: string,
    events = [envelope()] as ReturnType<typeof envelopes>,
    expected: ExpectedRevision = 'no-stream',
  ): AppendRequest => ({ id: nextId++, stream, expected, events: serialise(stream, events) });
  const places = () =>
    reader.all(undefined, { maxCount: 1_000 }).map((e) => `${e.position} ${e.stream}@${e.revision}`);

  it('commits durably', () => {
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  });

  it('answers a group whole, its refusals beside its results', () => {
    const taken = envelopes(['a', 'b']);
    const answers = writer.write([
      request('act-a', taken),
      request('act-a'),
      request('act-b'),
      request('act-a', taken),
      request('act-a', [envelope()], 1),
    ]);
    expect(answers).toMatchObject([
      { ok: true, result: { revision: 1, position: '2', alreadyRecorded: false } },
      { ok: false, error: { code: 'LOG_CONFLICT', detail: { value: '1' } } },
      { ok: true, result: { revision: 0, position: '3', alreadyRecorded: false } },
      { ok: true, result: { revision: 1, position: '2', alreadyRecorded: true } },
      { ok: true, result: { revision: 2, position: '4', alreadyRecorded: false } },
    ]);
    expect(places()).toEqual(['1 act-a@0', '2 act-a@1', '3 act-b@0', '4 act-a@2']);
  });

  it('knows a retry whatever revision it expects', () => {
    const events = envelopes(['a', 'b']);
    writer.write([request('act-a', events)]);
    const first = { ok: true, result: { revision: 1, position: '2', alreadyRecorded: true } };
    expect(writer.write([request('act-a', events, 1), request('act-a', events, 7)])).toMatchObject([
      first,
      first,
    ]);
    expect(places()).toHaveLength(2);
  });

  it('refuses an event id that another stream holds, in the middle of an append too', () => {
    const [event = envelope()] = envelopes(['a']);
    writer.write([request('act-a', [event])]);
    const answers = writer.write([request('act-b', [envelope(), event, envelope()]), request('act-c')]);
    expect(answers).toMatchObject([
      { ok: false, error: { code: 'LOG_CONFLICT', detail: { value: 'no-stream' } } },
      { ok: true, result: { revision: 0, position: '2' } },
    ]);
    expect(places()).toEqual(['1 act-a@0', '2 act-c@0']);
  });

  it('goes on as before when a full disk has room again', () => {
    writer.write([request('act-a')]);
    const { page_count: pages } = db.prepare('PRAGMA page_count').get() as { page_count: number };
    db.exec(`PRAGMA max_page_count = ${pages + 20}`);
    const large = request('act-b', envelopesOfSize(500_000));
    const full = { ok: false, error: { code: 'LOG_FULL_DISK', detail: { remedy: expect.any(String) } } };
    expect(writer.write([request('act-c'), large])).toMatchObject([full, full]);
    expect(places()).toEqual(['1 act-a@0']);
    expect(writer.write([request('act-a', [envelope()], 0)])).toMatchObject([{ result: { revision: 1 } }]);
    db.exec('PRAGMA max_page_count = 100000');
    expect(writer.write([large])).toMatchObject([{ result: { revision: 1, position: '4' } }]);
    expect(places()).toEqual(['1 act-a@0', '2 act-a@1', '3 act-b@0', '4 act-b@1']);
  });
});
