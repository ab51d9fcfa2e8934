import {
  officeOfEnterprise,
  type DomainEvent,
  type HandoverDrafted,
  type InvestorAppointment,
} from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_SEQ } from '../../storage/sentinels.js';
import { NOTHING_HELD_BACK, type Projection } from '../projection.js';

/** Names of enterprises and public service units, which no list of units gives. */
export const officesProjection: Projection = {
  name: 'offices',
  version: 2,
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
      if (event.type === 'handover.drafted') return recordGiver(db, event.data, seq);
      for (const office of namedBy(event)) record(db, office, seq);
    },
  }),
};

/** An enterprise or a public service unit with the name that a fact gives it. */
interface NamedOffice {
  readonly officeId: string;
  readonly name: string;
  /** District to which a public service unit belonged. */
  readonly unitId?: string;
}

function namedBy(event: DomainEvent): readonly NamedOffice[] {
  if (event.type === 'enterprise.registered') {
    const { enterpriseId, name } = event.data;
    return [{ officeId: officeOfEnterprise(enterpriseId), name }];
  }
  if (event.type === 'investor.appointed')
    return [...investorNamed(event.data), ...(event.data.members ?? [])];
  if (event.type !== 'investor.advanced') return [];
  const { officeId, name, members = [] } = event.data.applicant ?? {};
  return [{ officeId, name }, ...members].flatMap((of) =>
    of.officeId === undefined || of.name === undefined ? [] : [{ officeId: of.officeId, name: of.name }],
  );
}

function investorNamed({ kind, officeId, name, parentUnitId }: InvestorAppointment): readonly NamedOffice[] {
  const named = kind === 'ENTERPRISE' || kind === 'PUBLIC_SERVICE_UNIT';
  if (!named || officeId === undefined || name === undefined) return [];
  return [{ officeId, name, ...(parentUnitId === undefined ? {} : { unitId: parentUnitId }) }];
}

/** A body that gives for a dissolved unit; one that is known by another record keeps the name it has there. */
function recordGiver(
  db: Database,
  { giverOfficeId: officeId, giverName: name, giverActsFor }: HandoverDrafted,
  seq: number,
): void {
  if (name === undefined || giverActsFor === undefined) return;
  const known = db.get('SELECT 1 FROM named_offices WHERE office_id = ? LIMIT 1', officeId);
  if (known === undefined) record(db, { officeId, name, unitId: giverActsFor }, seq);
}

function record(db: Database, { officeId, name, unitId }: NamedOffice, seq: number): void {
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
    unitId ?? null,
  );
}
