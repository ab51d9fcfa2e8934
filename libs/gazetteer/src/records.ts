import { readFileSync } from 'node:fs';
import { BanGiaoError, isLocalDate } from '#domain';
import { dataPath } from './data-path.js';

/** The records of a data file; every text under a key that names a day has to be one. */
export function readRecords<T>(...parts: readonly string[]): readonly T[] {
  const records: unknown = JSON.parse(readFileSync(dataPath(...parts), 'utf8'));
  if (!Array.isArray(records)) throw wrong(parts, 'file', 'not a list', 'Write a JSON array.');
  records.forEach((record, i) => requireDays(record, parts, String(i + 1)));
  return records as readonly T[];
}

const DAYS = new Set([
  'issuedOn',
  'inForceFrom',
  'lapsesOn',
  'endsOn',
  'from',
  'since',
  'asOf',
  'effectiveOn',
  'signedOn',
  'startedOn',
  'day',
]);

function requireDays(value: unknown, parts: readonly string[], path: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (DAYS.has(key) && !(typeof child === 'string' && isLocalDate(child))) {
      throw wrong(
        parts,
        `${path}.${key}`,
        String(child),
        'Write an existing day as YYYY-MM-DD, or leave it out.',
      );
    }
    requireDays(child, parts, `${path}.${key}`);
  }
}

/** @throws BanGiaoError `GAZETTEER_INVALID` where two records have one id, or one refers to nothing. */
export function requireDistinct(ids: readonly string[], ...parts: readonly string[]): void {
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw wrong(parts, 'id', twice, 'Give each record an id of its own.');
}

/** @throws BanGiaoError `GAZETTEER_INVALID` where an id is not among the known ones. */
export function requireKnown(
  ids: readonly string[],
  known: ReadonlySet<string>,
  ...parts: readonly string[]
): void {
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw wrong(parts, 'reference', missing, 'Add the record that it refers to.');
}

function wrong(parts: readonly string[], field: string, value: string, remedy: string): BanGiaoError {
  const file = parts.join('/');
  return new BanGiaoError('GAZETTEER_INVALID', `The data file ${file} is not valid.`, {
    field: `${file} ${field}`,
    value,
    remedy,
  });
}
