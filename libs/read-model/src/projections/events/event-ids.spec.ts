import { describe, expect, it } from '@jest/globals';
import { eventIdOf } from '../../testing/events.js';
import { closing, newFile } from '../../testing/files.js';
import { openForWriting } from '../../storage/open.js';
import { EventIdsWriter, seqOfEventId } from './event-ids.js';

const PER_RUN = 4;

/** A table of ids of so many events, written in batches of a size, with as much of the events as the search reads. */
function written(count: number, batch: number) {
  const db = closing(openForWriting(newFile()));
  const ids = new EventIdsWriter(db, PER_RUN);
  for (let seq = 1; seq <= count; seq += 1) {
    ids.add(eventIdOf(seq), seq);
    db.run(
      `INSERT INTO events (seq, event_id, stream, revision, type, schema_version, position, recorded_at, actor, data)
       VALUES (?, ?, 's', 0, 't', 1, '1', '', 1, '')`,
      seq,
      eventIdOf(seq),
    );
    if (seq % batch === 0) ids.flush();
  }
  ids.flush();
  const runs = db.all<{ run: number; n: number }>('SELECT run, count(*) AS n FROM event_ids GROUP BY run');
  return { db, runs: runs.map(({ run, n }) => [run, n]) };
}

describe('events by their ids', () => {
  it('are found, whichever runs were made one', () => {
    const { db } = written(150, 7);
    const found = Array.from({ length: 150 }, (_, i) => seqOfEventId(db, eventIdOf(i + 1)));
    expect(found).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
    expect(seqOfEventId(db, eventIdOf(151))).toBeUndefined();
  });

  it('lie in few runs, the same in whatever batches they came', () => {
    const merged = [
      [0, 63],
      [16, 64],
      [32, 4],
      [33, 4],
      [34, 4],
      [35, 4],
      [36, 4],
      [37, 3],
    ];
    for (const batch of [1, 7, 64, 150]) expect(written(150, batch).runs).toEqual(merged);
  });
});
