import { describe, expect, it } from '@jest/globals';
import { parseValue, type GraphQLScalarType } from 'graphql';
import { InstantScalar, LocalDateScalar, PositionScalar } from './scalars.js';

const literal = (scalar: GraphQLScalarType<unknown, unknown>, text: string) =>
  scalar.parseLiteral(parseValue(text));

describe.each([
  [LocalDateScalar, 'INVALID_DATE', '2024-02-29', '2024-02-29'],
  [InstantScalar, 'INVALID_INSTANT', '2025-10-01T09:00:00+07:00', '2025-10-01T02:00:00.000Z'],
  [PositionScalar, 'INVALID_POSITION', '42308', '42308'],
] as const)('%s', (scalar, code, given, taken) => {
  it('takes its text, as a variable and in a document', () => {
    expect(scalar.parseValue(given)).toBe(taken);
    expect(literal(scalar, `"${given}"`)).toBe(taken);
  });

  it('refuses whatever is no text with its own code', () => {
    for (const value of [20250701, true, {}, [given], 1.5]) {
      const refusal = expect.objectContaining({ code, field: scalar.name, value: JSON.stringify(value) });
      expect(() => scalar.parseValue(value)).toThrow(refusal);
    }
    for (const text of ['42308', 'true', `["${given}"]`, '{ day: 1 }', 'TODAY'])
      expect(() => literal(scalar, text)).toThrow(expect.objectContaining({ code, field: scalar.name }));
  });
});

describe('what is not there', () => {
  it.each([
    [
      LocalDateScalar,
      ['2025-02-31', '2025-02-29', '2025-2-1', '2025-07-01T00:00:00Z', ' 2025-07-01', 'today', ''],
    ],
    [
      InstantScalar,
      ['2025-10-01', '2025-10-01T09:00:00', '2025-02-31T09:00:00Z', '2025-10-01T25:00:00Z', ''],
    ],
    [PositionScalar, ['-1', '1.5', 'latest', '0x10', '9'.repeat(40), '']],
  ] as const)('is refused by %s', (scalar, texts) => {
    for (const text of texts)
      expect(() => scalar.parseValue(text)).toThrow(
        expect.objectContaining({ value: text, remedy: expect.any(String) }),
      );
  });
});
