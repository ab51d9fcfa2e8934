import type { Clocks, ListRequest, Page } from '#application';
import { BanGiaoError, isLocalDate } from '#domain';
import type { Connection } from './types/connection.js';

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;

/**
 * The page that Relay arguments ask for.
 * @throws BanGiaoError `PAGE_TOO_LARGE`, or `INVALID_CURSOR` for a cursor that this API did not give.
 */
export function pageRequest(first: number | null | undefined, after: string | null | undefined): ListRequest {
  const size = first ?? DEFAULT_PAGE;
  if (size < 1 || size > MAX_PAGE) {
    throw new BanGiaoError('PAGE_TOO_LARGE', `A page has 1 to ${MAX_PAGE} rows.`, {
      field: 'first',
      value: String(size),
      remedy: 'Ask for less and go on with after.',
    });
  }
  return after == null ? { first: size } : { first: size, ...fromCursor(after) };
}

const made = new WeakMap<Page<unknown>, Connection<unknown>>();

/**
 * A page as a Relay connection; each cursor keeps the clocks of the first page.
 * The read model gives the same page object again while nothing has changed, and so does this.
 */
export function connection<Row, Node>(
  page: Page<Row>,
  clocks: Clocks,
  request: ListRequest,
  toNode: (row: Row) => Node,
): Connection<Node> {
  const known = made.get(page) as Connection<Node> | undefined;
  if (known !== undefined) return known;
  const connected = connect(page, clocks, request, toNode);
  made.set(page, connected);
  return connected;
}

function connect<Row, Node>(
  page: Page<Row>,
  clocks: Clocks,
  request: ListRequest,
  toNode: (row: Row) => Node,
): Connection<Node> {
  const edges = page.rows.map(({ key, row }) => ({ cursor: toCursor(key, clocks), node: toNode(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: request.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function toCursor(key: string, { validAt, knownSeq }: Clocks): string {
  return Buffer.from(JSON.stringify([key, validAt, knownSeq])).toString('base64url');
}

function fromCursor(cursor: string): { after: string; clocks: Clocks } {
  const [after, validAt, knownSeq] = decoded(cursor);
  const isSeq = typeof knownSeq === 'number' && Number.isSafeInteger(knownSeq) && knownSeq >= 0;
  if (isSeq && typeof after === 'string' && typeof validAt === 'string' && isLocalDate(validAt))
    return { after, clocks: { validAt, knownSeq } };
  throw new BanGiaoError('INVALID_CURSOR', 'This is not a cursor of this API.', {
    field: 'after',
    value: cursor,
    remedy: 'Use the endCursor of the page before.',
  });
}

function decoded(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parsed) ? (parsed as unknown[]) : [];
  } catch {
    return [];
  }
}
