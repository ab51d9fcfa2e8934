import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { between, each, inAll, inAny, listed, type Rising } from './rising.js';

const rising = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((a) => a.sort((x, y) => x - y));
const several = fc.array(rising, { minLength: 1, maxLength: 4 });

describe('rising numbers', () => {
  it('are joined by what is in all of them', () => {
    fc.assert(
      fc.property(several, (lists) => {
        const [first = [], ...others] = lists;
        const wanted = first.filter((n) => others.every((list) => list.includes(n)));
        expect([...each(inAll(lists.map(listed)), 1)]).toEqual(wanted);
      }),
    );
  });

  it('are joined by what is in any of them, each once', () => {
    fc.assert(
      fc.property(several, (lists) => {
        const wanted = [...new Set(lists.flat())].sort((a, b) => a - b);
        expect([...each(inAny(lists.map(listed)), 1)]).toEqual(wanted);
      }),
    );
  });

  it('begin where they are asked for', () => {
    fc.assert(
      fc.property(several, fc.integer({ min: 1, max: 60 }), (lists, from) => {
        const wanted = [...new Set(lists.flat())].filter((n) => n >= from && n <= 50).sort((a, b) => a - b);
        expect([...each(inAll([between(1, 50), inAny(lists.map(listed))]), from)]).toEqual(wanted);
      }),
    );
  });

  it('are not walked through one by one where another list is short', () => {
    let asked = 0;
    const long: Rising = (from) => {
      asked += 1;
      return from;
    };
    expect([...each(inAll([long, listed([7, 1_000_000])]), 1)]).toEqual([7, 1_000_000]);
    expect(asked).toBeLessThan(10);
  });
});
