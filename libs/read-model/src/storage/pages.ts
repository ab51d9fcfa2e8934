import type { Page } from '#application';
import { BanGiaoError } from '#domain';

/** A page out of rows of which one more than asked for was read. */
export function pageOf<Row, T>(
  rows: readonly Row[],
  first: number,
  keyOf: (row: Row) => string,
  view: (row: Row) => T,
): Page<T> {
  return {
    rows: rows.slice(0, first).map((row) => ({ key: keyOf(row), row: view(row) })),
    hasNext: rows.length > first,
  };
}

interface KeyTypes {
  readonly string: string;
  readonly number: number;
}

/**
 * The parts of a page key.
 * @throws BanGiaoError `INVALID_CURSOR` for a key of another list or none at all.
 */
export function readKey<const T extends readonly (keyof KeyTypes)[]>(
  key: string,
  types: T,
): { readonly [I in keyof T]: KeyTypes[T[I]] } {
  const parts = parse(key);
  const fits = parts.length === types.length && parts.every((part, i) => typeof part === types[i]);
  if (fits) return parts as unknown as { readonly [I in keyof T]: KeyTypes[T[I]] };
  throw foreignKey(key);
}

/** The error for a key that no page of the list has. */
export function foreignKey(key: string): BanGiaoError {
  return new BanGiaoError('INVALID_CURSOR', 'The cursor does not belong to this list.', {
    field: 'after',
    value: key,
    remedy: 'Pass the endCursor of a page of the same list, or none to start from the beginning.',
  });
}

function parse(key: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
