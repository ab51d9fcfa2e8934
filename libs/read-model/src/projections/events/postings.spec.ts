import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inAll, inAny } from './postings.js';

const rising = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((a) => a.sort((x, y) => x - y));
const several = fc.array(rising, { minLength: 1, maxLength: 4 });
const iterators = (lists: readonly (readonly number[])[]) => lists.map((list) => list.values());

describe('rising lists of numbers', () => {
  it('are joined by what is in all of them', () => {
    fc.assert(
      fc.property(several, (lists) => {
        const [first = [], ...others] = lists;
        const wanted = first.filter((n) => others.every((list) => list.includes(n)));
        expect([...inAll(iterators(lists))]).toEqual(wanted);
      }),
    );
  });

  it('are joined by what is in any of them, each once', () => {
    fc.assert(
      fc.property(several, (lists) => {
        const wanted = [...new Set(lists.flat())].sort((a, b) => a - b);
        expect([...inAny(iterators(lists))]).toEqual(wanted);
      }),
    );
  });
});
