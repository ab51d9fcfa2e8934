import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError, parse, validate, type GraphQLScalarType } from 'graphql';
import { BanGiaoError } from '#domain';
import { errorFormatter } from './error-formatter.js';

const logged: unknown[] = [];
const format = errorFormatter((error) => logged.push(error));
const context = { correlationId: 'c-1' };
const answer = (...errors: GraphQLError[]) => format({ data: null, errors }, context);

describe('errors as answers', () => {
  it('give our own with code, field, value and remedy, at any depth of wrapping', () => {
    const ours = new BanGiaoError('UNKNOWN_UNIT', 'No unit.', {
      field: 'unitId',
      value: 'x',
      remedy: 'Look.',
    });
    const wrapped = new GraphQLError('outer', {
      originalError: new GraphQLError('inner', { originalError: ours }),
    });
    expect(answer(wrapped).response.errors?.[0]).toMatchObject({
      message: 'No unit.',
      extensions: { code: 'UNKNOWN_UNIT', field: 'unitId', value: 'x', remedy: 'Look.' },
    });
  });

  it('never show what is inside', () => {
    const secret = new Error('SQLITE: /var/data/log.sqlite password=1');
    const { response } = answer(new GraphQLError(secret.message, { originalError: secret, path: ['unit'] }));
    expect(JSON.stringify(response)).not.toMatch(/SQLITE|password|stack/);
    expect(response.errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL', correlationId: 'c-1' } });
    expect(logged).toHaveLength(1);
  });

  it('name the variable or the argument at fault', () => {
    const ours = new BanGiaoError('INVALID_DATE', 'No day.', { field: 'LocalDate', value: '2025-02-31' });
    const variable = (message: string) => answer(new GraphQLError(message, { originalError: ours }));
    expect(
      variable('Variable "$at" got invalid value "2025-02-31" at "at.validAt"; No day.').response.errors?.[0],
    ).toMatchObject({ extensions: { code: 'INVALID_DATE', field: 'at.validAt' } });
    expect(
      variable('Variable "$day" got invalid value "2025-02-31"; No day.').response.errors?.[0],
    ).toMatchObject({ extensions: { field: 'day', value: '2025-02-31' } });
    const schema = buildSchema('scalar Day type Query { unit(validAt: Day): Int }');
    const day = schema.getType('Day') as GraphQLScalarType;
    day.parseLiteral = () => {
      throw ours;
    };
    const [literal] = validate(schema, parse('{ unit(validAt: "2025-02-31") }'));
    expect(answer(literal as GraphQLError).response.errors?.[0]).toMatchObject({
      extensions: { code: 'INVALID_DATE', field: 'validAt', value: '2025-02-31' },
    });
  });

  it('blame the caller for his variables, and us for our answers', () => {
    const inner = new GraphQLError('Value "WARD" does not exist in "UnitLevel" enum.');
    const wrong = new GraphQLError('Variable "$f" got invalid value "WARD" at "f.level"; Value ...', {
      originalError: inner,
    });
    expect(answer(wrong).response.errors?.[0]).toMatchObject({
      extensions: { code: 'INVALID_INPUT', field: 'f.level', remedy: expect.any(String) },
    });
    const before = logged.length;
    const ours = new GraphQLError('Cannot return null for non-nullable field Unit.name.', {
      path: ['unit', 'name'],
    });
    expect(answer(ours).response.errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL' } });
    expect(logged).toHaveLength(before + 1);
  });

  it('repeat no more than a little of what was sent, and can be found in the log without a context', () => {
    const long = new BanGiaoError('X', 'x'.repeat(10_000), { value: 'y'.repeat(10_000) });
    expect(
      JSON.stringify(answer(new GraphQLError('', { originalError: long })).response).length,
    ).toBeLessThan(1_000);
    const { response } = format(
      { data: null, errors: [new GraphQLError('', { originalError: new Error() })] },
      undefined,
    );
    expect(response.errors?.[0]?.extensions['correlationId']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answer 400 for a refused document and 200 for one that was executed', () => {
    expect(answer(new GraphQLError('Cannot query field')).statusCode).toBe(400);
    expect(answer(new GraphQLError('failed', { path: ['unit'] })).statusCode).toBe(200);
    expect(format({ data: { log: {} }, errors: [] }, context).statusCode).toBe(200);
  });
});
