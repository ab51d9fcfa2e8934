import { tasksOfMatter, type DomainEvent, type Duty, type Matter, type MatterLaw } from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_SEQ } from '../../storage/sentinels.js';
import { keysTable, versionsTable } from '../aggregates/projection.js';
import type { Tasked, TaskSource } from '../tasks/source.js';
import { currentLineage } from '../units/current-lineage.js';
import { matters } from './projection.js';

const STATE = `SELECT state FROM ${versionsTable(matters)} WHERE id = ? AND known_to = ${OPEN_SEQ}`;
const ANY = `SELECT 1 AS found FROM ${versionsTable(matters)} LIMIT 1`;
/** Matters that name a unit, or one that led to it. */
const LED_TO = `
  WITH RECURSIVE led (id) AS (
    SELECT ? UNION SELECT s.from_id FROM successions s JOIN led ON s.to_id = led.id WHERE s.known_to = ${OPEN_SEQ}
  )
  SELECT DISTINCT k.id FROM ${keysTable(matters)} k JOIN led ON k.key = 'unit:' || led.id ORDER BY k.id`;

/** The work of matters; it changes with what is recorded of them, and with the units that they are led to. */
export const matterTasks: TaskSource = {
  types: [...matters.types, 'unit.established', 'unit.abolished', 'unit.reparented', 'unit.succeeded'],
  taskedBy: (event, db) => {
    const ids = idsOf(event, db);
    if (ids.length === 0) return [];
    const law = currentLaw(db);
    return ids.map((id) => tasked(id, db, law));
  },
};

function idsOf(event: DomainEvent, db: Database): readonly string[] {
  switch (event.type) {
    case 'unit.established':
    case 'unit.abolished':
    case 'unit.reparented':
      return ledTo(event.data.unitId, db);
    case 'unit.succeeded':
      return ledTo(event.data.fromId, db);
    case 'matter.recorded':
    case 'matter.taken-over':
    case 'matter.coordinated':
    case 'matter.accepted':
    case 'matter.advanced':
    case 'matter.closed':
      return [event.data.matterId];
    default:
      return [];
  }
}

/** Units come long before the first matter. */
function ledTo(unitId: string, db: Database): readonly string[] {
  return db.get(ANY) === undefined ? [] : db.all<{ id: string }>(LED_TO, unitId).map(({ id }) => id);
}

function tasked(id: string, db: Database, law: MatterLaw): Tasked {
  const row = db.get<{ state: string }>(STATE, id);
  const tasks = row === undefined ? [] : tasksOfMatter(JSON.parse(row.state) as Matter, law);
  return { key: `matters:${id}`, tasks };
}

function currentLaw(db: Database): MatterLaw {
  const duties = db
    .all<{ duty: string }>(`SELECT duty FROM duty_versions WHERE known_to = ${OPEN_SEQ} ORDER BY place`)
    .map(({ duty }) => JSON.parse(duty) as Duty);
  return { duties, lineage: currentLineage(db) };
}
