import { Ajv, type ErrorObject, type JSONSchemaType, type SchemaObject } from 'ajv';
import { isLocalDate } from '#domain';
import type { Place, RowProblem } from './problems.js';

const ajv = new Ajv({ allErrors: true, strict: true, verbose: true });
ajv.addFormat('day', isLocalDate);

/** Checks objects read from JSON against a schema. */
export function jsonTaker<T>(
  schema: SchemaObject | JSONSchemaType<T>,
): (value: unknown, place: Place) => { readonly row?: T; readonly problems: readonly RowProblem[] } {
  const valid = ajv.compile<T>(schema);
  return (value, place) =>
    valid(value)
      ? { row: value, problems: [] }
      : { problems: (valid.errors ?? []).map((error) => problemOf(error, place)) };
}

function problemOf(error: ErrorObject, place: Place): RowProblem {
  const { instancePath, keyword, message, data } = error;
  const params = error.params as Readonly<Record<string, unknown>>;
  const missing = params['missingProperty'] ?? params['additionalProperty'];
  const path = [instancePath.slice(1).replaceAll('/', '.'), missing].filter(
    (part) => part !== undefined && part !== '',
  );
  const value = typeof data === 'string' ? data : (JSON.stringify(data) ?? '').slice(0, 80);
  const day = keyword === 'format';
  const allowed = Array.isArray(params['allowedValues'])
    ? `Give one of ${params['allowedValues'].join(', ')}.`
    : undefined;
  return {
    ...place,
    column: path.join('.') || 'line',
    value: keyword === 'required' ? '' : value,
    code: day ? 'INVALID_DATE' : 'INVALID_INPUT',
    message: day
      ? `${JSON.stringify(value)} is not a day of the calendar.`
      : `The value ${message ?? 'does not fit'}.`,
    remedy: day
      ? 'Give an existing day as YYYY-MM-DD, for example 2025-07-01, or leave it out.'
      : (allowed ?? 'Give the fields as docs/reference/cli.md lists them.'),
  };
}
