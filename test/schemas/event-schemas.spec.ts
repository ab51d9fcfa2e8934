import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { validateEvent } from '#application';
import {
  ACT_END_MANNERS,
  ACT_KINDS,
  ASSET_CLASSES,
  ASSIGNMENT_STATUSES,
  BanGiaoError,
  CLUSTER_STATUSES,
  DISCREPANCY_KINDS,
  DUTY_GROUPS,
  DUTY_SUBJECTS,
  EVENT_TYPES,
  HANDOVER_DECISIONS,
  HANDOVER_ITEM_KINDS,
  HOLDER_LEVELS,
  HOLIDAY_KINDS,
  CLOCK_CHANGES,
  INVESTOR_KINDS,
  LIFECYCLE_STATES,
  MATTER_KINDS,
  MATTER_OUTCOMES,
  MATTER_PLACE_ROLES,
  INVESTOR_OUTCOMES,
  OFFICE_KINDS,
  OPEN_INVESTOR_STAGES,
  ORGANISATION_KINDS,
  PARTY_CHANGE_MANNERS,
  PARTY_KINDS,
  PLACEMENT_PRECISIONS,
  PROJECT_STATUSES,
  PROVENANCES,
  RULE_MATTERS,
  SCHEMA_VERSIONS,
  SCHEME_PROGRAMMES,
  SCHEME_ROLES,
  SCHEME_STEPS,
  UNIT_KINDS,
  UNIT_LEVELS,
} from '#domain';
import { BARE, FULL } from './examples.js';

const FOLDER = resolve(import.meta.dirname, '../../schema/events');
interface Schema {
  readonly $id: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, unknown>>;
}
const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Schema;
/** Every object schema and every list of allowed values, wherever they are. */
function* parts(node: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof node !== 'object' || node === null) return;
  yield node as Record<string, unknown>;
  for (const child of Object.values(node)) yield* parts(child);
}

describe('the schema files', () => {
  it('are one for each version of each type, and no others', () => {
    const expected = EVENT_TYPES.flatMap((type) =>
      Array.from({ length: SCHEMA_VERSIONS[type] }, (_, i) => `${type}.v${i + 1}.json`),
    );
    expect(readdirSync(FOLDER).sort()).toEqual(expected.sort());
  });

  it.each(readdirSync(FOLDER))('%s names itself, describes itself and lets nothing else through', (file) => {
    const schema = read(file);
    const [, type, version] = /^(.*)\.v(\d+)\.json$/.exec(file) ?? [];
    expect(schema.$id).toBe(`urn:ban-giao:event:${type}:v${version}`);
    expect(schema.description).toMatch(/\w.*\.$/);
    for (const part of parts(schema)) {
      if (part['type'] === 'object') expect(part).toHaveProperty('additionalProperties');
      if (part['additionalProperties'] !== undefined) expect(part['additionalProperties']).not.toBe(true);
    }
    for (const property of Object.values(schema.properties)) expect(describes(property, schema)).toBe(true);
  });

  it('allow the values that the domain knows, and no others', () => {
    const known = [
      ...[UNIT_LEVELS, UNIT_KINDS, ACT_KINDS, ACT_END_MANNERS, PROVENANCES, DUTY_GROUPS, DUTY_SUBJECTS],
      ...[HOLDER_LEVELS, CLUSTER_STATUSES, PLACEMENT_PRECISIONS, INVESTOR_KINDS, ASSIGNMENT_STATUSES],
      HOLIDAY_KINDS,
      LIFECYCLE_STATES,
      ...[MATTER_KINDS, MATTER_OUTCOMES, MATTER_PLACE_ROLES, CLOCK_CHANGES],
      PROJECT_STATUSES,
      ...[OPEN_INVESTOR_STAGES, INVESTOR_OUTCOMES],
      ...[ORGANISATION_KINDS, SCHEME_PROGRAMMES, SCHEME_ROLES, SCHEME_STEPS, PARTY_KINDS],
      PARTY_CHANGE_MANNERS,
      ...[ASSET_CLASSES, DISCREPANCY_KINDS, HANDOVER_DECISIONS, HANDOVER_ITEM_KINDS],
      RULE_MATTERS,
      ['BY_LAW', 'BY_DECISION', 'CORRECTION'],
      ['WHOLE', 'PARTIAL'],
    ].map((values) => JSON.stringify(values));
    const allowed = readdirSync(FOLDER).flatMap((file) =>
      [...parts(read(file))].flatMap((part) => (Array.isArray(part['enum']) ? [part['enum']] : [])),
    );
    expect(new Set(allowed.map((values) => JSON.stringify(values)))).toEqual(new Set(known));
    const offices = OFFICE_KINDS.map((kind) => ({ officeId: kind, lead: false }));
    expect(
      validateEvent('responsibility.assigned', 1, { ...FULL['responsibility.assigned'], holders: offices }),
    ).toEqual([]);
  });
});

function describes(property: unknown, schema: Schema): boolean {
  const { description, $ref } = property as { description?: string; $ref?: string };
  if (description !== undefined) return true;
  const named = (schema as unknown as { $defs: Record<string, { description?: string }> }).$defs;
  return named[$ref?.replace('#/$defs/', '') ?? '']?.description !== undefined;
}

describe.each(EVENT_TYPES)('the schema of %s', (type) => {
  const version = SCHEMA_VERSIONS[type];

  it('takes every field that the type has, and leaves out what may be left out', () => {
    expect(validateEvent(type, version, FULL[type])).toEqual([]);
    expect(validateEvent(type, version, BARE[type])).toEqual([]);
    expect(Object.keys(FULL[type]).sort()).toEqual(
      Object.keys(read(`${type}.v${version}.json`).properties).sort(),
    );
  });

  it('misses each field that it needs, at any depth', () => {
    for (const { path, without } of withoutOne(BARE[type])) {
      // A count by reason may have any reasons.
      if (/^(observations|sources\.0\.rejections)\./.test(path)) continue;
      expect(validateEvent(type, version, without).map((d) => d.field)).toContain(path);
    }
  });

  it('refuses a field that it does not know, and a value of another kind', () => {
    expect(validateEvent(type, version, { ...FULL[type], personName: 'x' })).toEqual([
      expect.objectContaining({ field: 'personName' }),
    ]);
    for (const key of Object.keys(FULL[type]))
      expect(validateEvent(type, version, { ...FULL[type], [key]: null })).toContainEqual(
        expect.objectContaining({ field: key, value: 'null' }),
      );
    expect(validateEvent(type, version, [])).toHaveLength(1);
  });
});

/** The same data with one key left out, for every key at any depth. */
function* withoutOne(data: object, at = ''): Generator<{ path: string; without: object }> {
  for (const [key, value] of Object.entries(data) as [string, unknown][]) {
    if (!Array.isArray(data)) {
      const { [key]: _, ...without } = data as Record<string, unknown>;
      yield { path: `${at}${key}`, without };
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const { path, without } of withoutOne(value, `${at}${key}.`))
      yield {
        path,
        without: Array.isArray(data) ? data.with(Number(key), without) : { ...data, [key]: without },
      };
  }
}

describe('a value that does not fit', () => {
  it.each([
    ['unit.abolished', 'effectiveFrom', '2025-02-31', 'is not a day of the calendar'],
    ['unit.abolished', 'unitId', '15520', 'must match pattern'],
    ['unit.established', 'code', 'XH', 'must match pattern'],
    ['act.ended', 'actId', '139/2025/NĐ-CP', 'must match pattern'],
    ['act.ended', 'reason', '', 'must NOT have fewer than 1 characters'],
    ['cluster.registered', 'clusterId', 'Xuân Hòa', 'must match pattern'],
    ['cluster.registered', 'areaHa', '70,0', 'must match pattern'],
    ['cluster.registered', 'status', 'OPEN', 'must be equal to one of the allowed values'],
    ['responsibility.corrected', 'corrects', 'the first', 'must match pattern'],
    ['investor.appointed', 'officeId', 'NGUYEN_VAN_A', 'must match pattern'],
  ] as const)('in %s, %s = "%s" is named', (type, field, value, message) => {
    expect(validateEvent(type, 1, { ...FULL[type], [field]: value })).toContainEqual({
      field,
      value,
      message: expect.stringContaining(message),
      expected: expect.stringMatching(/\w.*\.$/),
    });
  });

  it('is named by its path, and every one of them is', () => {
    const [placement] = FULL['cluster.registered'].placements;
    const data = {
      ...FULL['cluster.registered'],
      since: '2025-02-31',
      placements: [{ ...placement, unitIds: ['15520@origin', '15520'] }],
    };
    expect(validateEvent('cluster.registered', 1, data).map((d) => [d.field, d.value])).toEqual([
      ['since', '2025-02-31'],
      ['placements.0.unitIds.1', '15520'],
    ]);
  });

  it('is told shortly', () => {
    const [defect] = validateEvent('cluster.registered', 1, {
      ...FULL['cluster.registered'],
      status: 'x'.repeat(999),
    });
    expect(defect?.value).toBe('x'.repeat(80));
  });
});

describe('an event without a schema', () => {
  it.each([
    ['unit.listed', 2],
    ['unit.listed', 1.5],
    ['unit.renumbered', 1],
    ['../../package', 1],
    ['../events/unit.listed', 1],
  ])('%s in version %s is an error that names it', (type, version) => {
    const check = () => validateEvent(type, version, {});
    expect(check).toThrow(BanGiaoError);
    expect(check).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_EVENT_SCHEMA', field: 'type', value: `${type}.v${version}` }),
    );
  });
});
