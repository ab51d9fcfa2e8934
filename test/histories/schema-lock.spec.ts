import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical.js';
import { readManifest, recordedVersions } from './history.js';
import { currentSchemas, editedSchemas, lockOf } from './schema-lock.js';

describe('the schema of a recorded version', () => {
  it.each(recordedVersions())('of %s is as it was then', (version) => {
    const { schemas } = readManifest(version);
    expect(Object.keys(schemas).length).toBeGreaterThan(10);
    expect(editedSchemas(schemas, currentSchemas())).toEqual([]);
  });

  const recorded = lockOf(currentSchemas());
  const FILE = 'unit.renamed.v1.json';
  /** The schemas with one of them changed, in memory. */
  const withChanged = (change: (schema: Record<string, unknown>) => unknown) => {
    const schemas = currentSchemas();
    return { ...schemas, [FILE]: change(schemas[FILE] as Record<string, unknown>) };
  };
  const renamed = `schema/events/${FILE}`;

  it.each([
    ['a field that is no more required', (s: Record<string, unknown>) => ({ ...s, required: [] })],
    [
      'a field more',
      (s: Record<string, unknown>) => ({ ...s, properties: { ...(s['properties'] as object), x: {} } }),
    ],
    ['another description', (s: Record<string, unknown>) => ({ ...s, description: 'Something else.' })],
  ])('is refused with %s, and what to do is said', (_name, change) => {
    expect(editedSchemas(recorded, withChanged(change))).toEqual([
      expect.stringMatching(`^${renamed} was edited: .*unit.renamed.v2.json .*version 2 .*upcaster from 1`),
    ]);
  });

  it('is refused when it is gone', () => {
    const { [FILE]: _, ...left } = currentSchemas();
    expect(editedSchemas(recorded, left)).toEqual([expect.stringMatching(`^${renamed} is gone: `)]);
  });

  it('may be laid out in another way, and a new version may stand beside it', () => {
    const turned = withChanged((s) => Object.fromEntries(Object.entries(s).reverse()));
    expect(JSON.stringify(turned[FILE])).not.toBe(JSON.stringify(currentSchemas()[FILE]));
    expect(editedSchemas(recorded, { ...turned, 'unit.renamed.v2.json': {} })).toEqual([]);
  });

  it('is hashed from JSON in which only the order of keys does not count', () => {
    expect(canonicalJson({ b: [{ d: null, c: 'ệ' }], a: 1 })).toBe('{"a":1,"b":[{"c":"ệ","d":null}]}');
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });
});
