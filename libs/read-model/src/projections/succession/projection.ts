import type { Succession } from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_SEQ } from '../../storage/sentinels.js';
import { requireDay, requireText } from '../checks.js';
import { NOTHING_HELD_BACK, type Projection } from '../projection.js';

/** Which unit went into which; an edge that is recorded again says what is known from then on. */
export const successionProjection: Projection = {
  name: 'succession',
  version: 1,
  ddl: `
    CREATE TABLE successions (
      from_id TEXT NOT NULL,
      to_id TEXT NOT NULL,
      known_to INTEGER NOT NULL,
      known_from INTEGER NOT NULL,
      extent TEXT NOT NULL,
      act_id TEXT NOT NULL,
      effective_on TEXT NOT NULL,
      PRIMARY KEY (from_id, to_id, known_to)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX successions_by_seq ON successions (known_from);`,
  digested: [
    {
      table: 'successions',
      columns: 'from_id, to_id, known_to, known_from, extent, act_id, effective_on',
      orderBy: 'from_id, to_id, known_to',
    },
  ],
  writer: (db) => ({
    ...NOTHING_HELD_BACK,
    apply(event, seq) {
      if (event.type === 'unit.succeeded') record(db, event.data, seq);
    },
  }),
};

function record(db: Database, { fromId, toId, extent, actId, effectiveOn }: Succession, seq: number): void {
  requireText('fromId', fromId);
  requireText('toId', toId);
  requireDay('effectiveOn', effectiveOn);
  db.run(
    `UPDATE successions SET known_to = ? WHERE from_id = ? AND to_id = ? AND known_to = ${OPEN_SEQ}`,
    seq,
    fromId,
    toId,
  );
  db.run(
    `INSERT INTO successions (from_id, to_id, known_to, known_from, extent, act_id, effective_on)
     VALUES (?, ?, ${OPEN_SEQ}, ?, ?, ?, ?)`,
    fromId,
    toId,
    seq,
    extent,
    actId,
    effectiveOn,
  );
}
