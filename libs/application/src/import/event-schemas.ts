import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { BanGiaoError, isLocalDate } from '#domain';

/** Where the data of an event does not fit its schema. */
export interface EventDefect {
  /** The field in dotted form (`placements.0.unitIds`); empty for the data as a whole. */
  readonly field: string;
  /** What stands there, as text, at most 80 characters; empty where something is missing. */
  readonly value: string;
  /** What is wrong, as the end of a sentence that begins with the field. */
  readonly message: string;
  /** What belongs there, in one sentence, as the schema describes it. */
  readonly expected: string;
}

const load = createRequire(import.meta.url);
let ajv: Ajv2020 | undefined;
const compiled = new Map<string, ValidateFunction>();
const TYPE = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;
const MOST_CHARACTERS = 80;

/**
 * Every place at which the data of an event does not fit `schema/events/<type>.v<version>.json`; none where it fits.
 * @throws BanGiaoError `UNKNOWN_EVENT_SCHEMA` for a type or version that has no schema.
 */
export function validateEvent(type: string, version: number, data: unknown): readonly EventDefect[] {
  const validate = schemaOf(type, version);
  return validate(data) ? [] : (validate.errors ?? []).map(defectOf);
}

function schemaOf(type: string, version: number): ValidateFunction {
  const name = `${type}.v${version}`;
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const schema: unknown = JSON.parse(schemaText(name, type, version));
  if (typeof schema !== 'object' || schema === null) throw unknownSchema(name);
  ajv ??= newAjv();
  const validate = ajv.compile(schema);
  compiled.set(name, validate);
  return validate;
}

/** Loaded with the first event that is checked: imports check theirs, and nothing else needs it. */
function newAjv(): Ajv2020 {
  const { Ajv2020 } = load('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const made = new Ajv2020({ allErrors: true, strict: true, verbose: true });
  // The format itself: the pattern beside it lets 31 February through.
  made.addFormat('date', isLocalDate);
  return made;
}

function schemaText(name: string, type: string, version: number): string {
  // A name out of a file must not lead out of the folder.
  if (!TYPE.test(type) || !Number.isSafeInteger(version)) throw unknownSchema(name);
  try {
    return readFileSync(load.resolve(`#event-schema/${name}.json`), 'utf8');
  } catch (cause) {
    throw unknownSchema(name, cause);
  }
}

function unknownSchema(name: string, cause?: unknown): BanGiaoError {
  return new BanGiaoError(
    'UNKNOWN_EVENT_SCHEMA',
    'No schema describes events of this type and version.',
    {
      field: 'type',
      value: name,
      remedy: 'Look the type and its version up in schema/events, or use a newer release that knows it.',
    },
    { cause },
  );
}

function defectOf({ instancePath, keyword, message, data, params, parentSchema }: ErrorObject): EventDefect {
  const description: unknown = parentSchema?.['description'];
  const { missingProperty, additionalProperty } = params as Readonly<Record<string, unknown>>;
  const named = [missingProperty, additionalProperty].find((name) => typeof name === 'string');
  const path = instancePath.split('/').slice(1).map(unescaped);
  return {
    field: [...path, ...(named === undefined ? [] : [named])].join('.'),
    value: keyword === 'required' ? '' : textOf(data),
    message: keyword === 'format' ? 'is not a day of the calendar' : (message ?? 'does not fit'),
    expected: typeof description === 'string' ? description : '',
  };
}

/** A step of a JSON pointer as the key that it stands for. */
function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function textOf(data: unknown): string {
  const text = typeof data === 'string' ? data : (JSON.stringify(data) ?? '');
  return text.slice(0, MOST_CHARACTERS);
}
