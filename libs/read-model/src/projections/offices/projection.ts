import type { InvestorAppointment } from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_SEQ } from '../../storage/sentinels.js';
import { NOTHING_HELD_BACK, type Projection } from '../projection.js';

/** Names of enterprises and public service units, which no list of units gives. */
export const officesProjection: Projection = {
  name: 'offices',
  version: 1,
  ddl: `
    CREATE TABLE named_offices (
      office_id TEXT NOT NULL,
      known_to INTEGER NOT NULL,
      known_from INTEGER NOT NULL,
      name TEXT NOT NULL,
      unit_id TEXT, -- district to which a public service unit belonged
      PRIMARY KEY (office_id, known_to)
    ) STRICT, WITHOUT ROWID;`,
  digested: [
    {
      table: 'named_offices',
      columns: 'office_id, known_to, known_from, name, unit_id',
      orderBy: 'office_id, known_to',
    },
  ],
  writer: (db) => ({
    ...NOTHING_HELD_BACK,
    apply(event, seq) {
      if (event.type === 'investor.appointed') record(db, event.data, seq);
    },
  }),
};

function record(
  db: Database,
  { kind, officeId, name, parentUnitId }: InvestorAppointment,
  seq: number,
): void {
  const named = kind === 'ENTERPRISE' || kind === 'PUBLIC_SERVICE_UNIT';
  if (!named || officeId === undefined || name === undefined) return;
  db.run(
    `UPDATE named_offices SET known_to = ? WHERE office_id = ? AND known_to = ${OPEN_SEQ}`,
    seq,
    officeId,
  );
  db.run(
    `INSERT INTO named_offices (office_id, known_to, known_from, name, unit_id) VALUES (?, ${OPEN_SEQ}, ?, ?, ?)`,
    officeId,
    seq,
    name,
    parentUnitId ?? null,
  );
}
