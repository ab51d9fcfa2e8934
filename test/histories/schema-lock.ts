import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, sha256 } from './canonical.js';

const FOLDER = join(process.cwd(), 'schema/events');

/** The schemas of events as they are now, by file name. */
export function currentSchemas(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    readdirSync(FOLDER).map((file) => [
      file,
      JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as unknown,
    ]),
  );
}

/** The SHA-256 of each schema's canonical JSON, by file name. */
export function lockOf(schemas: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(schemas).map(([file, schema]) => [file, sha256(canonicalJson(schema))]),
  );
}

/** One sentence for each schema that is not as a history recorded it; none where all are. */
export function editedSchemas(
  recorded: Readonly<Record<string, string>>,
  schemas: Readonly<Record<string, unknown>>,
): readonly string[] {
  const now = lockOf(schemas);
  return Object.entries(recorded)
    .filter(([file, hash]) => now[file] !== hash)
    .map(
      ([file]) =>
        `schema/events/${file} ${now[file] === undefined ? 'is gone' : 'was edited'}: ${remedy(file)}`,
    );
}

function remedy(file: string): string {
  const [, type = file, version = '1'] = /^(.*)\.v(\d+)\.json$/.exec(file) ?? [];
  const next = Number(version) + 1;
  return `events of this shape are recorded for ever. Put it back, and describe the new shape in ${type}.v${next}.json with version ${next} in SCHEMA_VERSIONS and an upcaster from ${version}.`;
}
