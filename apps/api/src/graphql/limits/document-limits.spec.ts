import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { documentLimits, isTooLong, LIMITS } from './document-limits.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const codes = (document: string) =>
  validate(schema, parse(document), [documentLimits]).map((error) => error.extensions['code']);

const nested = (depth: number): string => (depth === 0 ? 'id' : `parent { ${nested(depth - 1)} }`);
const aliased = (count: number) => Array.from({ length: count }, (_, i) => `a${i}: log { head }`).join(' ');

describe('what one document may ask for', () => {
  it('lets the introspection of GraphiQL through', () => {
    const everything = getIntrospectionQuery({
      schemaDescription: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    for (const query of [getIntrospectionQuery(), everything]) {
      expect(codes(query)).toEqual([]);
      expect(isTooLong(query)).toBe(false);
    }
  });

  it('stops introspection of introspection', () => {
    const types = (depth: number): string =>
      depth === 0 ? 'name' : `fields { name args { name } type { ${types(depth - 1)} } }`;
    expect(codes(`{ __schema { types { ${types(1)} } } }`)).toEqual([]);
    expect(codes(`{ __schema { types { ${types(4)} } } }`)).toEqual(['QUERY_TOO_COSTLY']);
    const again = Array.from({ length: LIMITS.aliases + 1 }, (_, i) => `a${i}: __typename`).join(' ');
    expect(codes(`{ ${again} }`)).toEqual(['TOO_MANY_ALIASES']);
  });

  it('counts every duty over every cluster, and only the named ones where they are named', () => {
    const duties = (argument: string) =>
      `{ clusters(first: 100) { edges { node { responsibilities${argument} { status since until explanation basis { article } holders { office { name } } } } } } }`;
    expect(codes(duties(''))).toEqual(['QUERY_TOO_COSTLY']);
    expect(codes(duties('(dutyIds: ["ccn_manage_local_clusters"])'))).toEqual([]);
  });

  it('measures fragments that spread others twice without taking time for each way to reach them', () => {
    const chain = Array.from(
      { length: 100 },
      (_, i) => `fragment F${i} on LogStatus { ...F${i + 1} ...F${i + 1} }`,
    );
    const document = `{ log { ...F0 } } ${chain.join(' ')} fragment F100 on LogStatus { head }`;
    const started = performance.now();
    expect(codes(document)).toEqual(['QUERY_TOO_COSTLY']);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('stops depth, also through fragments', () => {
    expect(codes(`{ unit(id: "1") { ${nested(LIMITS.depth - 2)} } }`)).toEqual([]);
    expect(codes(`{ unit(id: "1") { ${nested(LIMITS.depth)} } }`)).toEqual(['QUERY_TOO_DEEP']);
    const fragment = `fragment F on AdministrativeUnit { ${nested(LIMITS.depth)} }`;
    expect(codes(`{ unit(id: "1") { ...F } } ${fragment}`)).toEqual(['QUERY_TOO_DEEP']);
  });

  it('stops aliases', () => {
    expect(codes(`{ ${aliased(LIMITS.aliases)} }`)).toEqual([]);
    expect(codes(`{ ${aliased(2_000)} }`)).toContain('TOO_MANY_ALIASES');
  });

  it('counts pages times what is below them, and a variable page as the largest', () => {
    const pages = (first: string) =>
      `query ($n: Int) { units(first: ${first}) { edges { node { successors { to { successors { to { successors { to { id name code } } } } } } } } } }`;
    expect(codes(pages('1'))).toEqual([]);
    const both = (first: string) =>
      `query ($n: Int) { clusters(first: ${first}) { edges { node { responsibilities { decidedBy { id } candidates { id unit { successors { to { id name } } } } duty { rules { article basis { id } } } } } } } }`;
    expect(codes(both('2'))).toEqual([]);
    expect(
      codes(both('$n'))
        .concat(codes(`{ a: ${both('100').slice(17, -1)} }`))
        .every((c) => c === 'QUERY_TOO_COSTLY'),
    ).toBe(true);
  });

  it.each([
    ['worklist', 'officeId: "CHINH_PHU" ', 'office'],
    ['pendingRearrangements', '', 'mustDecide'],
  ])('counts %s as a page where it is not told how many', (name, given, office) => {
    const last = 'id name code level kind validFrom validTo aliases';
    const unit = `unit { successors { to { successors { to { predecessors { from { ${last} } } successors { to { ${last} } } } } } } }`;
    const list = (first: string) =>
      `{ ${name}(${given}after: "x" ${first}) { edges { node { ${office} { ${unit} } } } } }`;
    expect(codes(list('first: 1'))).toEqual([]);
    expect(codes(list('first: 20'))).toEqual(['QUERY_TOO_COSTLY']);
    expect(codes(list(''))).toEqual(['QUERY_TOO_COSTLY']);
  });

  it('ends on fragments that spread each other', () => {
    const document =
      '{ unit(id: "1") { ...A } } fragment A on AdministrativeUnit { parent { ...B } } fragment B on AdministrativeUnit { parent { ...A } }';
    expect(codes(document)).toEqual([]);
  });

  it('stops long texts before they are parsed, and leaves malformed ones to the parser', () => {
    expect(isTooLong(`{ ${'a '.repeat(LIMITS.tokens)} }`)).toBe(true);
    expect(isTooLong(`{ a } # ${'x'.repeat(LIMITS.characters)}`)).toBe(true);
    expect(isTooLong('{ unit(id: "not closed')).toBe(false);
  });
});
