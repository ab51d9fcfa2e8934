import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { BanGiaoError, instant, localDate } from '#domain';

/** A strict scalar over text: what `read` refuses never reaches a resolver. */
function textScalar<T extends string>(
  name: string,
  description: string,
  read: (text: string) => T,
): GraphQLScalarType<T, string> {
  const parse = (value: unknown): T => {
    if (typeof value === 'string') return read(value);
    throw new BanGiaoError(`INVALID_${snake(name)}`, `${name} is given as text.`, {
      field: name,
      value: String(value),
      remedy: 'Give it in quotes.',
    });
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: parse,
    parseLiteral: (node: ValueNode) =>
      parse(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : node.kind),
  });
}

export const LocalDateScalar = textScalar(
  'LocalDate',
  'A day of the calendar in Asia/Ho_Chi_Minh, YYYY-MM-DD. Days that do not exist are refused.',
  (text) => localDate(text, 'LocalDate'),
);

export const InstantScalar = textScalar(
  'Instant',
  'A moment with its offset, ISO 8601, for example 2025-10-01T09:00:00+07:00; answered in UTC.',
  (text) => instant(text, 'Instant'),
);

export const PositionScalar = textScalar(
  'Position',
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

function snake(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}
