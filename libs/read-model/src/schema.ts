import { BanGiaoError } from '#domain';
import { actsProjection } from './projections/acts/projection.js';
import { assignmentsProjection } from './projections/assignments/projection.js';
import { clustersProjection } from './projections/clusters/projection.js';
import { dutiesProjection } from './projections/duties/projection.js';
import { enterprisesProjection } from './projections/enterprises/projection.js';
import { eventsProjection } from './projections/events/projection.js';
import { handoversProjection } from './projections/handovers/projection.js';
import { handoverStatesProjection } from './projections/handovers/states.js';
import { holidaysProjection } from './projections/holidays/projection.js';
import { investorsProjection } from './projections/investors/projection.js';
import { mattersProjection } from './projections/matters/projection.js';
import { officesProjection } from './projections/offices/projection.js';
import { claimsProjection } from './projections/claims/projection.js';
import { organisationsProjection } from './projections/organisations/projection.js';
import { schemesProjection } from './projections/schemes/projection.js';
import { projectsProjection } from './projections/projects/projection.js';
import { viewsProjection } from './projections/progress/views.js';
import type { Projection } from './projections/projection.js';
import { reportsProjection } from './projections/reports/projection.js';
import { rulesProjection } from './projections/rules/projection.js';
import { streamsProjection } from './projections/streams.js';
import { successionProjection } from './projections/succession/projection.js';
import { tasksProjection } from './projections/tasks/projection.js';
import { unitsProjection } from './projections/units/projection.js';
import type { Database } from './storage/database.js';

/** All projections; streams come first, because they refuse a log with a hole. */
export const PROJECTIONS: readonly Projection[] = [
  streamsProjection,
  eventsProjection,
  unitsProjection,
  successionProjection,
  actsProjection,
  dutiesProjection,
  clustersProjection,
  investorsProjection,
  officesProjection,
  assignmentsProjection,
  projectsProjection,
  viewsProjection,
  organisationsProjection,
  schemesProjection,
  handoversProjection,
  handoverStatesProjection,
  holidaysProjection,
  claimsProjection,
  rulesProjection,
  reportsProjection,
  mattersProjection,
  enterprisesProjection,
  // Last, because it reads the states of the others.
  tasksProjection,
];

const OWN_TABLES = `
  CREATE TABLE projections (
    name TEXT PRIMARY KEY,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE checkpoint ( -- one row: how far the log has been projected
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    position TEXT,
    recorded_at TEXT -- running maximum
  ) STRICT;
  INSERT INTO checkpoint (id, seq) VALUES (1, 0);
  CREATE TABLE poison ( -- at most one row: the event at which following has stopped
    seq INTEGER PRIMARY KEY,
    position TEXT NOT NULL,
    event_id TEXT NOT NULL,
    message TEXT NOT NULL
  ) STRICT;`;

/** Creates the tables of every projection in an empty file; does nothing where they are. */
export function createSchema(db: Database): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    if (!hasTables(db)) {
      db.exec(OWN_TABLES);
      for (const { name, version, ddl } of PROJECTIONS) {
        db.exec(ddl);
        db.run('INSERT INTO projections (name, version) VALUES (?, ?)', name, version);
      }
    }
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Refuses a file whose tables another release wrote.
 * @throws BanGiaoError `READ_MODEL_VERSION`.
 */
export function requireVersions(db: Database, path: string): void {
  const found = hasTables(db)
    ? db.all<{ name: string; version: number }>('SELECT name, version FROM projections')
    : [];
  const versions = new Map(found.map(({ name, version }) => [name, version]));
  const other = PROJECTIONS.find((p) => versions.get(p.name) !== p.version);
  const unknown = found.find(({ name }) => !PROJECTIONS.some((p) => p.name === name));
  if (other === undefined && unknown === undefined) return;
  const name = other?.name ?? unknown?.name ?? '';
  throw new BanGiaoError(
    'READ_MODEL_VERSION',
    `Projection ${name} has version ${versions.get(name) ?? 'none'} in the read model ${path}, and ${other?.version ?? 'none'} in this release.`,
    {
      field: 'file',
      value: path,
      remedy: 'Run `bangiao rebuild`: it builds the read model anew from the log.',
    },
  );
}

function hasTables(db: Database): boolean {
  return db.get(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'projections'`) !== undefined;
}
