import { describe, expect, it } from '@jest/globals';
import type { RecordedEnvelope } from '#application';
import { CURRENT_SHAPES, type EventShapes } from '#domain';
import { EventStore } from '../projections/events/store.js';
import { PROJECTIONS } from '../schema.js';
import { day, LogBuilder } from '../testing/events.js';
import { closing, newFile } from '../testing/files.js';
import { readStatus } from './checkpoint.js';
import { ProjectionTarget } from './projection-target.js';

/** As if the third version of acts were the current one: the first called the number `no`, the second `nr`. */
const SHAPES: EventShapes = {
  versions: { ...CURRENT_SHAPES.versions, 'act.registered': 3 },
  upcasters: {
    'act.registered': { 1: renamed('no', 'nr'), 2: renamed('nr', 'number') },
  },
};

function renamed(from: string, to: string) {
  return (data: unknown): unknown => {
    const { [from]: value, ...rest } = data as Record<string, unknown>;
    if (value === undefined) throw new TypeError(`${from} is missing.`);
    return { ...rest, [to]: value };
  };
}

/** An act as each of the three versions wrote it. */
function actIn(version: 1 | 2 | 3): RecordedEnvelope {
  const log = new LogBuilder();
  const recorded = log.add('act-a', {
    type: 'act.registered',
    data: {
      actId: 'a',
      kind: 'DECREE',
      number: '1/2025',
      issuer: 'Chính phủ',
      inForceFrom: day('2025-07-01'),
      provenance: 'READ',
      source: 'spec',
    },
  });
  const field = { 1: 'no', 2: 'nr', 3: 'number' }[version];
  const { number, ...rest } = recorded.data as unknown as Record<string, unknown>;
  return { ...recorded, schemaVersion: version, data: { ...rest, [field]: number } } as RecordedEnvelope;
}

const targetOf = (shapes: EventShapes) => closing(new ProjectionTarget(newFile(), { shapes }));

/** All rows that the projections wrote, but for what the audit trail keeps as it was recorded. */
function rowsOf({ database }: ProjectionTarget): unknown {
  return PROJECTIONS.flatMap(({ digested }) => digested)
    .filter(({ table }) => table !== 'events')
    .map(({ table, columns, orderBy }) =>
      database.all(`SELECT ${columns} FROM ${table} ORDER BY ${orderBy}`),
    );
}

describe('an event of an earlier version', () => {
  it('is projected as if it had been written today', () => {
    const [first, second, third] = ([1, 2, 3] as const).map((version) => {
      const target = targetOf(SHAPES);
      target.project([actIn(version)]);
      return rowsOf(target);
    });
    expect(JSON.stringify(third)).toContain('1/2025');
    expect(first).toEqual(third);
    expect(second).toEqual(third);
  });

  it('is shown in the audit trail as it was recorded, with its version', () => {
    const target = targetOf(SHAPES);
    target.project([actIn(1)]);
    const shown = new EventStore(target.database, SHAPES).bySeq(1);
    expect(shown).toMatchObject({ schemaVersion: 1, effectiveFrom: '2025-07-01', actId: 'a' });
    expect(shown?.data).toEqual(actIn(1).data);
  });

  const newer: EventShapes = { ...SHAPES, versions: { ...SHAPES.versions, 'act.registered': 4 } };
  it.each([
    [
      'that its upcaster cannot read',
      SHAPES,
      { schemaVersion: 1 },
      /Version 1 .* as version 2: no is missing/,
    ],
    ['that no upcaster reads', newer, {}, /Nothing leads from version 3 .* to version 4/],
    ['that is newer than this release', SHAPES, { schemaVersion: 4 }, /Version 4 .* up to version 3/],
    ['of an unknown type', SHAPES, { type: 'act.read' }, /Events of type act.read are not known/],
  ])('%s stops following and is named', (_name, shapes, spoilt, message) => {
    const target = targetOf(shapes);
    const poison = { ...actIn(3), ...spoilt } as RecordedEnvelope;
    expect(() => target.project([poison])).toThrow(expect.objectContaining({ code: 'READ_MODEL_POISON' }));
    const said = { seq: 1, message: expect.stringMatching(message) };
    expect(readStatus(target.database)).toEqual({ seq: 0, poison: said });
  });
});
