import { HANDOVER_EVENT_VERSIONS, statesOf, type HandoverRecord } from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_DAY, OPEN_SEQ } from '../../storage/sentinels.js';
import { NOTHING_HELD_BACK, type Projection } from '../projection.js';
import { dissolvedUnitOf, provinceOf } from './projection.js';

/** Where each handover stands on its days, as rectangles, for counting; it follows the projection that keeps them. */
export const handoverStatesProjection: Projection = {
  name: 'handover_states',
  version: 1,
  ddl: `
    CREATE TABLE handover_states (
      handover_id TEXT NOT NULL,
      known_to INTEGER NOT NULL,
      valid_from TEXT NOT NULL,
      valid_to TEXT NOT NULL,
      known_from INTEGER NOT NULL,
      state TEXT NOT NULL,
      place TEXT NOT NULL, -- the dissolved unit whose things are given, or the province that decides
      PRIMARY KEY (handover_id, known_to, valid_from)
    ) STRICT, WITHOUT ROWID;`,
  digested: [
    {
      table: 'handover_states',
      columns: 'handover_id, known_to, valid_from, valid_to, known_from, state, place',
      orderBy: 'handover_id, known_to, valid_from',
    },
  ],
  writer: (db) => ({
    ...NOTHING_HELD_BACK,
    apply({ type, data }, seq) {
      if (type in HANDOVER_EVENT_VERSIONS && 'handoverId' in data) write(db, data.handoverId, seq);
    },
  }),
};

function write(db: Database, handoverId: string, seq: number): void {
  const row = db.get<{ state: string }>(
    `SELECT state FROM handovers_versions WHERE id = ? AND known_to = ${OPEN_SEQ}`,
    handoverId,
  );
  if (row === undefined) return;
  const record = JSON.parse(row.state) as HandoverRecord;
  const place = dissolvedUnitOf(record.drafted) ?? provinceOf(record.drafted) ?? '';
  db.run(
    `UPDATE handover_states SET known_to = ? WHERE handover_id = ? AND known_to = ${OPEN_SEQ}`,
    seq,
    handoverId,
  );
  for (const { from, to, state } of intervalsOf(record))
    db.run(
      `INSERT INTO handover_states (handover_id, known_to, valid_from, valid_to, known_from, state, place)
       VALUES (?, ${OPEN_SEQ}, ?, ?, ?, ?, ?)`,
      handoverId,
      from,
      to,
      seq,
      state,
      place,
    );
}

/** Of several states on one day the last one counts. */
function intervalsOf(record: HandoverRecord): readonly { from: string; to: string; state: string }[] {
  const states = statesOf(record);
  return states.flatMap(({ state, since }, i) => {
    const to = states[i + 1]?.since ?? OPEN_DAY;
    return since < to ? [{ from: since, to, state }] : [];
  });
}
