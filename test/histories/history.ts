import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { EventEnvelope, RecordedEnvelope } from '#application';
import type { Answered } from './questions.js';
import { sha256 } from './canonical.js';

/** An event of a recorded history: all that the log holds of it but its position, which is the store's own. */
export type HistoryEvent = EventEnvelope & Pick<RecordedEnvelope, 'stream' | 'revision'>;

/** What a history says of itself: `history.json`. */
export interface Manifest {
  /** The version of the project that wrote it. */
  readonly version: string;
  /** The present for the questions that have no clock of their own. */
  readonly askedAt: string;
  readonly events: Counted & { readonly types: TypeCounts };
  readonly answers: Counted;
  /** SHA-256 of the canonical JSON of every schema in schema/events, by file name. */
  readonly schemas: Readonly<Record<string, string>>;
}
/** How many events of each type and version (`unit.listed.v1`) there are. */
export type TypeCounts = Readonly<Record<string, number>>;
/** How many there are, and the SHA-256 of the text that holds them. */
interface Counted {
  readonly count: number;
  readonly sha256: string;
}

/** The log as one version of the project wrote it, and the answers that it gave. */
export interface History {
  readonly manifest: Manifest;
  readonly events: readonly HistoryEvent[];
  /** The GraphQL documents of the questions, by name. */
  readonly documents: Readonly<Record<string, string>>;
  readonly answers: readonly Answered[];
}

const FOLDER = join(process.cwd(), 'test/histories');
const FILES = { manifest: 'history.json', events: 'events.ndjson.gz', answers: 'answers.json' } as const;
const MOST_COMPRESSED = { level: 9 };

/** The versions that have a recorded history. */
export function recordedVersions(): readonly string[] {
  return globSync(join(FOLDER, '*', FILES.manifest))
    .map((file) => basename(join(file, '..')))
    .sort();
}

export function readManifest(version: string): Manifest {
  return JSON.parse(textOf(version, FILES.manifest)) as Manifest;
}

/** @throws Error where a file is not as it was recorded. */
export function readHistory(version: string): History {
  const manifest = readManifest(version);
  const lines = gunzipSync(readFileSync(join(FOLDER, version, FILES.events))).toString('utf8');
  const answers = textOf(version, FILES.answers);
  requireRecorded(version, FILES.events, lines, manifest.events);
  requireRecorded(version, FILES.answers, answers, manifest.answers);
  return {
    manifest,
    events: lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as HistoryEvent),
    ...(JSON.parse(answers) as Pick<History, 'documents' | 'answers'>),
  };
}

/** @throws Error where the version has a history: what was recorded is never recorded again. */
export function requireNew(version: string): void {
  if (!existsSync(join(FOLDER, version))) return;
  throw new Error(
    `test/histories/${version} exists, and what was recorded stays. Raise the version in package.json to record another.`,
  );
}

/** Writes a history into a folder of its own and gives the path. */
export function writeHistory(
  { version, askedAt, schemas }: Omit<Manifest, 'events' | 'answers'>,
  { events, documents, answers }: Omit<History, 'manifest'>,
): string {
  requireNew(version);
  const folder = join(FOLDER, version);
  mkdirSync(folder);
  const eventLines = events.map((event) => `${JSON.stringify(event)}\n`).join('');
  const answerText = layOut(documents, answers);
  const manifest: Manifest = {
    version,
    askedAt,
    events: { count: events.length, sha256: sha256(eventLines), types: countTypes(events) },
    answers: { count: answers.length, sha256: sha256(answerText) },
    schemas,
  };
  writeFileSync(join(folder, FILES.events), gzipSync(eventLines, MOST_COMPRESSED));
  writeFileSync(join(folder, FILES.answers), answerText);
  writeFileSync(join(folder, FILES.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
  return folder;
}

export function countTypes(events: readonly HistoryEvent[]): TypeCounts {
  const counts: Record<string, number> = {};
  for (const { type, schemaVersion } of events) {
    const name = `${type}.v${schemaVersion}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** One question with its answer a line. */
function layOut(documents: History['documents'], answers: readonly Answered[]): string {
  const lines = answers.map((answer) => JSON.stringify(answer)).join(',\n');
  return `{"documents":${JSON.stringify(documents, null, 2)},\n"answers":[\n${lines}\n]}\n`;
}

function textOf(version: string, file: string): string {
  // A checkout may have turned the ends of lines.
  return readFileSync(join(FOLDER, version, file), 'utf8').replaceAll('\r\n', '\n');
}

function requireRecorded(version: string, file: string, text: string, recorded: Counted): void {
  if (sha256(text) === recorded.sha256) return;
  throw new Error(
    `test/histories/${version}/${file} is not what was recorded. Take it from the commit that recorded it.`,
  );
}
