import { foldName } from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_DAY, OPEN_SEQ, UNKNOWN_DAY } from '../../storage/sentinels.js';
import { requireText } from '../checks.js';
import { NOTHING_HELD_BACK, type Projection } from '../projection.js';
import { evolveAct, type ActEvent, type ActState } from './act-state.js';

/** Acts with their force as known at any time. */
export const actsProjection: Projection = {
  name: 'acts',
  version: 2,
  ddl: `
    CREATE TABLE act_versions (
      act_id TEXT NOT NULL,
      known_to INTEGER NOT NULL,
      known_from INTEGER NOT NULL,
      number_folded TEXT NOT NULL,
      issuer_folded TEXT NOT NULL,
      issued_on TEXT NOT NULL,
      in_force_from TEXT NOT NULL,
      ends_on TEXT NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (act_id, known_to)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX act_versions_by_seq ON act_versions (known_from);
    CREATE INDEX act_versions_by_date ON act_versions (issued_on, act_id);`,
  digested: [
    {
      table: 'act_versions',
      columns:
        'act_id, known_to, known_from, number_folded, issuer_folded, issued_on, in_force_from, ends_on, state',
      orderBy: 'act_id, known_to',
    },
  ],
  writer: (db) => ({
    ...NOTHING_HELD_BACK,
    apply(event, seq) {
      switch (event.type) {
        case 'act.registered':
        case 'act.ended':
        case 'act.extended':
        case 'document.issuer-identified':
          record(db, event, seq, event.revision);
          return;
        default:
          return;
      }
    },
  }),
};

function record(db: Database, event: ActEvent, seq: number, revision: number): void {
  const id = event.data.actId;
  requireText('actId', id);
  const row = db.get<{ state: string }>(
    `SELECT state FROM act_versions WHERE act_id = ? AND known_to = ${OPEN_SEQ}`,
    id,
  );
  const before = row === undefined ? undefined : (JSON.parse(row.state) as ActState);
  const state = evolveAct(before, event, seq, revision);
  const { view } = state;
  requireText('number', view.number);
  db.run(`UPDATE act_versions SET known_to = ? WHERE act_id = ? AND known_to = ${OPEN_SEQ}`, seq, id);
  db.run(
    `INSERT INTO act_versions (act_id, known_to, known_from, number_folded, issuer_folded, issued_on, in_force_from,
       ends_on, state) VALUES (?, ${OPEN_SEQ}, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    seq,
    foldName(view.number),
    foldName(view.issuer),
    view.issuedOn ?? UNKNOWN_DAY,
    view.inForceFrom ?? UNKNOWN_DAY,
    view.endsOn ?? OPEN_DAY,
    JSON.stringify(state),
  );
}
