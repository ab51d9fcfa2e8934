import { describe, expect, it } from '@jest/globals';
import { parse, print } from 'graphql';
import { DocumentGate } from './document-gate.js';

const gate = new DocumentGate();
const same = (a: string, b: string) => expect(print(parse(a))).toBe(print(parse(b)));

describe('the document that is executed', () => {
  it('is the text as it was written where it has one operation', () => {
    const query = '# a comment\n{ log { head } }';
    expect(gate.admit({ query })).toBe(query);
    expect(gate.admit({ query, operationName: null })).toBe(query);
    expect(gate.admit({ query: 'query A { log { head } }', operationName: 'A' })).toBe(
      'query A { log { head } }',
    );
  });

  it('is the named operation alone, with its fragments, whichever was asked for before', () => {
    const query =
      'query A { ...F } mutation B { __typename } query C { __typename } fragment F on Query { log { head } }';
    for (const _again of [1, 2]) {
      same(
        gate.admit({ query, operationName: 'A' }),
        'query A { ...F } fragment F on Query { log { head } }',
      );
      same(gate.admit({ query, operationName: 'B' }), 'mutation B { __typename }');
      same(gate.admit({ query, operationName: 'C' }), 'query C { __typename }');
    }
  });

  it.each([
    ['several to choose from', { query: 'query A { a } query B { b }' }, 'operationName'],
    ['a name that is not there', { query: 'query A { a }', operationName: 'B' }, 'operationName'],
    ['a name that is no text', { query: 'query A { a }', operationName: 5 }, 'operationName'],
    ['fragments only', { query: 'fragment F on Query { a }' }, 'operationName'],
    ['no document', {}, 'query'],
    ['an empty document', { query: '' }, 'query'],
    ['a number for a document', { query: 5 }, 'query'],
  ])('is refused with %s', (_name, given, field) => {
    expect(() => gate.admit(given)).toThrow(expect.objectContaining({ code: 'INVALID_REQUEST', field }));
  });

  it('is never a parsed document in JSON, nor anything else that is not GraphQL', () => {
    const ast = JSON.stringify(parse('{ log { head } }', { noLocation: true }));
    for (const query of [ast, '{"kind":"Document"}', 'null', '[]', '{ unit(id: '])
      expect(() => gate.admit({ query })).toThrow(/Syntax Error/);
  });
});
