import { GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { BanGiaoError, instant, localDate } from '#domain';
import { speaking } from './error-answer.js';

/** A strict scalar over text: what `read` refuses never reaches a resolver. */
function textScalar<T extends string>(
  name: string,
  code: string,
  description: string,
  read: (text: string) => T,
): GraphQLScalarType<T, string> {
  const given = (text: string | undefined, shown: string): T => {
    try {
      if (text !== undefined) return read(text);
    } catch (error) {
      throw error instanceof BanGiaoError ? speaking(error) : error;
    }
    const detail = { field: name, value: shown, remedy: 'Give it in quotes.' };
    throw speaking(new BanGiaoError(code, `${name} is given as text.`, detail));
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: (value: unknown) =>
      given(typeof value === 'string' ? value : undefined, JSON.stringify(value)),
    parseLiteral: (node: ValueNode) => given(node.kind === Kind.STRING ? node.value : undefined, print(node)),
  });
}

export const LocalDateScalar = textScalar(
  'LocalDate',
  'INVALID_DATE',
  'A day of the calendar in Asia/Ho_Chi_Minh, YYYY-MM-DD. Days that do not exist are refused.',
  (text) => localDate(text, 'LocalDate'),
);

export const InstantScalar = textScalar(
  'Instant',
  'INVALID_INSTANT',
  'A moment with its offset, ISO 8601, for example 2025-10-01T09:00:00+07:00; answered in UTC.',
  (text) => instant(text, 'Instant'),
);

export const PositionScalar = textScalar(
  'Position',
  'INVALID_POSITION',
  'Opaque place in the log, as an answer or a mutation gave it.',
  (text) => {
    if (/^\d{1,39}$/.test(text)) return text;
    throw new BanGiaoError('INVALID_POSITION', 'This is not a position of the log.', {
      field: 'Position',
      value: text,
      remedy: 'Use a position that an answer gave.',
    });
  },
);

export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description:
    'The recorded data of an event, as it is in the log; schema/events has its shape by type and version.',
  serialize: (value) => value,
});
