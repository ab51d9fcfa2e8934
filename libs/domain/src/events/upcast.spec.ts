import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES, SCHEMA_VERSIONS } from './catalogue.js';
import { toCurrent, type EventShapes, type StoredEvent } from './upcast.js';
import { UPCASTERS, type Upcasters } from './upcasters.js';

const versions = { 'lamp.lit': 3, 'lamp.out': 1 } as const;
/** Version 1 was a bare text, version 2 an object, version 3 counts in thousandths. */
const upcasters: Upcasters<typeof versions> = {
  'lamp.lit': {
    1: (data) => {
      if (typeof data !== 'string') throw new TypeError('it is not text');
      return { lumen: Number(data) };
    },
    2: (data) => ({ millilumen: (data as { lumen: number }).lumen * 1000 }),
  },
};
const SHAPES: EventShapes = { versions, upcasters };
const stored = (type: string, schemaVersion: number, data: unknown): StoredEvent => ({
  type,
  schemaVersion,
  data,
});
const reading = (event: StoredEvent, shapes = SHAPES) => toCurrent(event, shapes);
const unreadable = (value: string, message: RegExp): unknown =>
  expect.objectContaining({ code: 'EVENT_UNREADABLE', value, message: expect.stringMatching(message) });

describe('a stored event in its current version', () => {
  it('comes from the first version through all of them, or from any in between', () => {
    expect(reading(stored('lamp.lit', 1, '5'))).toEqual(stored('lamp.lit', 3, { millilumen: 5000 }));
    expect(reading(stored('lamp.lit', 2, { lumen: 5 }))).toEqual(stored('lamp.lit', 3, { millilumen: 5000 }));
  });

  it('is the event itself where it was written so, and what is stored stays as it is', () => {
    const current = stored('lamp.lit', 3, { millilumen: 5000 });
    expect(reading(current)).toBe(current);
    const old = Object.freeze(stored('lamp.lit', 1, '5'));
    const withPlace = reading(Object.freeze({ ...old, stream: 'lamp-1', revision: 7 }));
    expect(withPlace).toMatchObject({ stream: 'lamp-1', revision: 7, schemaVersion: 3 });
  });

  it.each([
    ['a newer version', stored('lamp.lit', 4, {}), 'lamp.lit.v4', /Version 4 .* reads up to version 3/],
    ['a version that never was', stored('lamp.lit', 0, {}), 'lamp.lit.v0', /Version 0 /],
    ['half a version', stored('lamp.lit', 1.5, {}), 'lamp.lit.v1.5', /Version 1.5 /],
    ['an unknown type', stored('lamp.sold', 1, {}), 'lamp.sold.v1', /type lamp.sold are not known/],
    [
      'what every object has',
      stored('constructor', 1, {}),
      'constructor.v1',
      /type constructor are not known/,
    ],
    ['data of another shape', stored('lamp.lit', 1, 5), 'lamp.lit.v1', /read as version 2: it is not text/],
  ])('is refused for %s', (_name, event, value, message) => {
    expect(() => reading(event)).toThrow(unreadable(value, message));
  });

  it('is refused where a step is missing, wherever that is', () => {
    const gap: EventShapes = { versions, upcasters: { 'lamp.lit': { 1: upcasters['lamp.lit'][1] } } };
    const message = /Nothing leads from version 2 of lamp.lit to version 3/;
    expect(() => reading(stored('lamp.lit', 1, '5'), gap)).toThrow(unreadable('lamp.lit.v2', message));
    expect(reading(stored('lamp.lit', 3, {}), gap)).toEqual(stored('lamp.lit', 3, {}));
    const none: EventShapes = { versions, upcasters: {} };
    expect(() => reading(stored('lamp.lit', 2, {}), none)).toThrow(unreadable('lamp.lit.v2', message));
  });
});

describe('the upcasters of this release', () => {
  it('lead from every earlier version to the next, and nowhere else', () => {
    const demanded = EVENT_TYPES.flatMap((type) =>
      Array.from({ length: SCHEMA_VERSIONS[type] - 1 }, (_, i) => `${type} ${i + 1}`),
    );
    const registered = Object.entries<object>(UPCASTERS).flatMap(([type, steps]) =>
      Object.keys(steps).map((version) => `${type} ${version}`),
    );
    expect(registered.sort()).toEqual(demanded.sort());
  });

  it('are demanded by the compiler', () => {
    const missing = { 'lamp.lit': { 1: upcasters['lamp.lit'][1] } };
    // @ts-expect-error -- no upcaster from version 2
    const withGap: Upcasters<typeof versions> = missing;
    // @ts-expect-error -- no upcaster at all
    const empty: Upcasters<typeof versions> = {};
    const onlyFirst: Upcasters<{ 'lamp.out': 1 }> = {};
    expect([withGap, empty, onlyFirst]).toHaveLength(3);
  });
});
