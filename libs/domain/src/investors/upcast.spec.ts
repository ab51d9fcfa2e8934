import { describe, expect, it } from '@jest/globals';
import { toCurrent } from '../events/upcast.js';
import { investorOf } from '../testing/register.js';
import { appointedFromVersion1 } from './upcast.js';

describe('an appointment recorded in version 1', () => {
  const data = investorOf('c', { kind: 'NONE' });

  it('says the same in version 2', () => {
    expect(toCurrent({ type: 'investor.appointed', schemaVersion: 1, data })).toEqual({
      type: 'investor.appointed',
      schemaVersion: 2,
      data,
    });
  });

  it.each([[{ ...data, phaseId: 'giai-doan-1' }], [{ ...data, members: [] }], ['text'], [null]])(
    'cannot say %j',
    (wrong) => expect(() => appointedFromVersion1(wrong)).toThrow(TypeError),
  );
});
