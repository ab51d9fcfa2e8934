import { describe, expect, it } from '@jest/globals';
import type { Clocks, Page } from '#application';
import { localDate } from '#domain';
import { connection, DEFAULT_PAGE, MAX_PAGE, pageRequest } from './paging.js';

const clocks: Clocks = { validAt: localDate('2025-07-01'), knownSeq: 42 };
const page = (keys: readonly string[], hasNext: boolean): Page<string> => ({
  rows: keys.map((key) => ({ key, row: `row ${key}` })),
  hasNext,
});
const forged = (...parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('pages', () => {
  it('have twenty rows, and at most a hundred', () => {
    expect(pageRequest(undefined, undefined)).toEqual({ first: DEFAULT_PAGE });
    expect(pageRequest(MAX_PAGE, null)).toEqual({ first: MAX_PAGE });
    for (const first of [0, -1, MAX_PAGE + 1])
      expect(() => pageRequest(first, undefined)).toThrow(
        expect.objectContaining({ code: 'PAGE_TOO_LARGE', field: 'first', value: String(first) }),
      );
  });

  it('go on after the last row, at the clocks of the first page', () => {
    const first = connection(page(['["xã",1]', 'b'], true), clocks, { first: 2 }, (row) => row);
    expect(first.edges.map((e) => e.node)).toEqual(['row ["xã",1]', 'row b']);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(pageRequest(2, first.pageInfo.startCursor)).toEqual({ first: 2, after: '["xã",1]', clocks });
    const request = pageRequest(2, first.pageInfo.endCursor);
    expect(request).toEqual({ first: 2, after: 'b', clocks });
    const last = connection(page([], false), clocks, request, (row) => row);
    expect(last.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    });
  });

  it.each([
    ['text', 'zzz'],
    ['nothing', ''],
    ['another shape', forged('a')],
    ['an object', Buffer.from('{"0":"a"}').toString('base64url')],
    ['a day that does not exist', forged('a', '2025-02-31', 1)],
    ['a number that is no number of an event', forged('a', '2025-07-01', -1)],
    ['a fraction', forged('a', '2025-07-01', 1.5)],
    ['a number for a key', forged(1, '2025-07-01', 1)],
  ])('do not begin after %s', (_name, after) => {
    expect(() => pageRequest(2, after)).toThrow(
      expect.objectContaining({ code: 'INVALID_CURSOR', field: 'after' }),
    );
  });
});
