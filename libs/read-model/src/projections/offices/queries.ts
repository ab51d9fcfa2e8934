import type { Clocks, OfficeView } from '#application';
import { parseOfficeId, type OfficeKind } from '#domain';
import type { Database } from '../../storage/database.js';
import type { UnitsMemory } from '../units/memory.js';
import { NATIONAL_OFFICES, UNIT_OFFICES, unitNameInSentence } from './names.js';

/** An office with its name on the day; undefined for one that nothing recorded makes known. */
export function officeAt(db: Database, units: UnitsMemory, id: string, at: Clocks): OfficeView | undefined {
  const parsed = parseOfficeId(id);
  if (parsed === undefined) return undefined;
  const { kind, rest } = parsed;
  if (rest === undefined) return national(id, kind);
  const title = UNIT_OFFICES[kind];
  if (title === undefined) return named(db, id, kind, at.knownSeq);
  const unit = units.nearestView(rest, at.validAt, at.knownSeq);
  if (unit === undefined || unit.level !== title.level) return undefined;
  return { id, name: `${title.title} ${unitNameInSentence(unit)}`, kind, unitId: rest };
}

function national(id: string, kind: OfficeKind): OfficeView | undefined {
  const name = NATIONAL_OFFICES[kind];
  return name === undefined ? undefined : { id, name, kind };
}

function named(db: Database, id: string, kind: OfficeKind, knownSeq: number): OfficeView | undefined {
  const row = db.get<{ name: string; unit_id: string | null }>(
    'SELECT name, unit_id FROM named_offices WHERE office_id = ? AND known_from <= ? AND known_to > ?',
    id,
    knownSeq,
    knownSeq,
  );
  if (row === undefined) return undefined;
  return { id, name: row.name, kind, ...(row.unit_id === null ? {} : { unitId: row.unit_id }) };
}
