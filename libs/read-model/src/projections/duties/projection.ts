import { OPEN_SEQ } from '../../storage/sentinels.js';
import { requireText } from '../checks.js';
import { NOTHING_HELD_BACK, type Projection } from '../projection.js';

/** The duty catalogue as known at any time. */
export const dutiesProjection: Projection = {
  name: 'duties',
  version: 1,
  ddl: `
    CREATE TABLE duty_versions (
      duty_id TEXT NOT NULL,
      known_to INTEGER NOT NULL,
      known_from INTEGER NOT NULL,
      place INTEGER NOT NULL, -- where it stands in the catalogue: number of its first event
      duty TEXT NOT NULL,
      PRIMARY KEY (duty_id, known_to)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX duty_versions_by_seq ON duty_versions (known_from);`,
  digested: [
    {
      table: 'duty_versions',
      columns: 'duty_id, known_to, known_from, place, duty',
      orderBy: 'duty_id, known_to',
    },
  ],
  writer: (db) => ({
    ...NOTHING_HELD_BACK,
    apply(event, seq) {
      if (event.type !== 'duty.catalogued') return;
      const { dutyId } = event.data;
      requireText('dutyId', dutyId);
      const before = db.get<{ place: number }>(
        `SELECT place FROM duty_versions WHERE duty_id = ? AND known_to = ${OPEN_SEQ}`,
        dutyId,
      );
      db.run(
        `UPDATE duty_versions SET known_to = ? WHERE duty_id = ? AND known_to = ${OPEN_SEQ}`,
        seq,
        dutyId,
      );
      db.run(
        `INSERT INTO duty_versions (duty_id, known_to, known_from, place, duty) VALUES (?, ${OPEN_SEQ}, ?, ?, ?)`,
        dutyId,
        seq,
        before?.place ?? seq,
        JSON.stringify(event.data),
      );
    },
  }),
};
