import { describe, expect, it } from '@jest/globals';
import { expectedFor } from './expected-for.js';

const events = (...ids: readonly string[]) => ids.map((eventId) => ({ eventId }));

describe('the revision at which events are appended to a stream', () => {
  it('is that of a new stream where nothing is there', () => {
    expect(expectedFor(events('a'), [])).toBe('no-stream');
  });

  it('is the last one where others are there', () => {
    expect(expectedFor(events('c'), events('a', 'b'))).toBe(1);
  });

  it('is the one before their own where they are there already, whoever wrote before or after', () => {
    expect(expectedFor(events('a'), events('a', 'b'))).toBe('no-stream');
    expect(expectedFor(events('b', 'c'), events('a', 'b', 'c', 'd'))).toBe(0);
    expect(expectedFor(events('d'), events('a', 'b', 'c', 'd'))).toBe(2);
  });
});
