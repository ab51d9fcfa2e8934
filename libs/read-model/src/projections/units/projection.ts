import { foldName, UNIT_LEVELS, type UnitAliasRecorded, type UnitVersion } from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_DAY, OPEN_SEQ } from '../../storage/sentinels.js';
import { requireDay, requireText } from '../checks.js';
import { NOTHING_HELD_BACK, type Projection } from '../projection.js';
import { unitTimeline, type UnitFact } from './timeline.js';

/** Units as they stood, by both clocks. */
export const unitsProjection: Projection = {
  name: 'units',
  version: 1,
  ddl: `
    CREATE TABLE unit_facts ( -- what versions are computed from
      seq INTEGER PRIMARY KEY,
      unit_id TEXT NOT NULL,
      fact TEXT NOT NULL
    ) STRICT;
    CREATE INDEX unit_facts_by_unit ON unit_facts (unit_id, seq);
    CREATE TABLE unit_versions (
      unit_id TEXT NOT NULL,
      known_to INTEGER NOT NULL,
      valid_from TEXT NOT NULL,
      valid_to TEXT NOT NULL,
      known_from INTEGER NOT NULL,
      born TEXT NOT NULL,
      ended TEXT NOT NULL,
      level INTEGER NOT NULL, -- 0 province, 1 district, 2 commune
      sort_key TEXT NOT NULL, -- code, or folded name where there is none
      name_folded TEXT NOT NULL,
      code TEXT,
      parent_id TEXT,
      version TEXT NOT NULL,
      PRIMARY KEY (unit_id, known_to, valid_from)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX unit_versions_by_order ON unit_versions (level, sort_key, unit_id);
    CREATE INDEX unit_versions_by_parent ON unit_versions (parent_id);
    CREATE INDEX unit_versions_by_code ON unit_versions (code);
    CREATE TABLE unit_aliases (
      unit_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      alias TEXT NOT NULL,
      alias_folded TEXT NOT NULL,
      PRIMARY KEY (unit_id, seq)
    ) STRICT, WITHOUT ROWID;`,
  digested: [
    { table: 'unit_facts', columns: 'seq, unit_id, fact', orderBy: 'seq' },
    {
      table: 'unit_versions',
      columns:
        'unit_id, known_to, valid_from, valid_to, known_from, born, ended, level, sort_key, name_folded, code, parent_id, version',
      orderBy: 'unit_id, known_to, valid_from',
    },
    { table: 'unit_aliases', columns: 'unit_id, seq, alias, alias_folded', orderBy: 'unit_id, seq' },
  ],
  writer: (db) => ({
    ...NOTHING_HELD_BACK,
    apply(event, seq) {
      switch (event.type) {
        case 'unit.alias-recorded':
          recordAlias(db, event.data, seq);
          return;
        case 'unit.listed':
        case 'unit.established':
        case 'unit.abolished':
        case 'unit.renamed':
        case 'unit.retyped':
        case 'unit.reparented':
          recordFact(db, { type: event.type, data: event.data } as UnitFact, seq);
          return;
        default:
          return;
      }
    },
  }),
};

function recordAlias(db: Database, { unitId, alias }: UnitAliasRecorded, seq: number): void {
  requireText('unitId', unitId);
  requireText('alias', alias);
  db.run(
    'INSERT INTO unit_aliases (unit_id, seq, alias, alias_folded) VALUES (?, ?, ?, ?)',
    unitId,
    seq,
    alias,
    foldName(alias),
  );
}

function recordFact(db: Database, fact: UnitFact, seq: number): void {
  const { unitId } = fact.data;
  requireText('unitId', unitId);
  if (fact.type !== 'unit.listed') requireDay('effectiveFrom', fact.data.effectiveFrom);
  const earlier = db.all<{ fact: string }>(
    'SELECT fact FROM unit_facts WHERE unit_id = ? ORDER BY seq',
    unitId,
  );
  db.run('INSERT INTO unit_facts (seq, unit_id, fact) VALUES (?, ?, ?)', seq, unitId, JSON.stringify(fact));
  const rows = rowsOf([...earlier.map((row) => JSON.parse(row.fact) as UnitFact), fact]);
  replaceKnown(db, unitId, rows, seq, earlier.length > 0);
}

/** What a row of `unit_versions` says besides its known interval. */
interface VersionRow {
  readonly valid_from: string;
  readonly valid_to: string;
  readonly born: string;
  readonly ended: string;
  readonly version: string;
}

function rowsOf(facts: readonly UnitFact[]): readonly VersionRow[] {
  const { born, ended, periods } = unitTimeline(facts);
  return periods.map(({ from, to, version }) => ({
    valid_from: from,
    valid_to: to ?? OPEN_DAY,
    born,
    ended: ended ?? OPEN_DAY,
    version: JSON.stringify(version),
  }));
}

/** Rows that say the same as before go on being known; the others end and new ones begin. */
function replaceKnown(
  db: Database,
  unitId: string,
  rows: readonly VersionRow[],
  seq: number,
  known: boolean,
): void {
  const before = known
    ? db.all<VersionRow>(
        `SELECT valid_from, valid_to, born, ended, version FROM unit_versions
         WHERE unit_id = ? AND known_to = ${OPEN_SEQ}`,
        unitId,
      )
    : [];
  const kept = new Set(before.map(contentOf));
  const wanted = new Set(rows.map(contentOf));
  for (const row of before) {
    if (!wanted.has(contentOf(row))) {
      db.run(
        `UPDATE unit_versions SET known_to = ? WHERE unit_id = ? AND known_to = ${OPEN_SEQ} AND valid_from = ?`,
        seq,
        unitId,
        row.valid_from,
      );
    }
  }
  for (const row of rows) if (!kept.has(contentOf(row))) insert(db, row, seq);
}

function contentOf(row: VersionRow): string {
  return JSON.stringify([row.valid_from, row.valid_to, row.born, row.ended, row.version]);
}

function insert(db: Database, row: VersionRow, seq: number): void {
  const version = JSON.parse(row.version) as UnitVersion;
  requireText('name', version.name);
  const folded = foldName(version.name);
  db.run(
    `INSERT INTO unit_versions (unit_id, known_to, valid_from, valid_to, known_from, born, ended, level, sort_key,
       name_folded, code, parent_id, version) VALUES (?, ${OPEN_SEQ}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    version.unitId,
    row.valid_from,
    row.valid_to,
    seq,
    row.born,
    row.ended,
    UNIT_LEVELS.indexOf(version.level),
    version.code ?? folded,
    folded,
    version.code ?? null,
    version.parentId ?? null,
    row.version,
  );
}
