import { PROVENANCES } from '#domain';

// Parts of the JSON Schemas that lines of NDJSON are held to.
export const TEXT = { type: 'string', minLength: 1 } as const;
export const DAY = { type: 'string', format: 'day' } as const;
export const PROVENANCE = { type: 'string', enum: PROVENANCES } as const;

/** An object with these fields and no others. */
export function objectOf(required: readonly string[], properties: object): object {
  return { type: 'object', additionalProperties: false, required, properties };
}
