import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
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

  it('answer 400 for a refused document and 200 for one that was executed', () => {
    expect(answer(new GraphQLError('Cannot query field')).statusCode).toBe(400);
    expect(answer(new GraphQLError('failed', { path: ['unit'] })).statusCode).toBe(200);
    expect(format({ data: { log: {} }, errors: [] }, context).statusCode).toBe(200);
  });
});
