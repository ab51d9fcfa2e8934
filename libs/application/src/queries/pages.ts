import { BanGiaoError } from '#domain';
import type { Page, PageRequest } from '../ports/read-model.js';

/**
 * One page of a list that is computed whole, in its order; keys rise.
 * @throws BanGiaoError `INVALID_CURSOR` for a key of another list.
 */
export function pageOfSorted<Item, Row>(
  items: readonly Item[],
  keyOf: (item: Item) => readonly string[],
  { first, after }: PageRequest,
  toRow: (item: Item) => Row,
): Page<Row> {
  const last = after === undefined ? undefined : readKey(after);
  const rest = last === undefined ? items : items.filter((item) => isAfter(keyOf(item), last));
  const rows = rest.slice(0, first).map((item) => ({ key: JSON.stringify(keyOf(item)), row: toRow(item) }));
  return { rows, hasNext: rest.length > first };
}

function isAfter(key: readonly string[], last: readonly string[]): boolean {
  const i = key.findIndex((part, at) => part !== last[at]);
  return i >= 0 && (key[i] ?? '') > (last[i] ?? '');
}

function readKey(after: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(after);
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string')) return parts;
  } catch {
    // The same answer as for a key of another list.
  }
  throw new BanGiaoError('INVALID_CURSOR', 'The cursor does not belong to this list.', {
    field: 'after',
    value: after,
    remedy: 'Pass the endCursor of a page of the same list, or none to start from the beginning.',
  });
}
