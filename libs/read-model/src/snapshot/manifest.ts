import { PROJECTIONS } from '../schema.js';

/** What a snapshot says of itself: enough to refuse it before it is copied, and to prove the copy. */
export interface SnapshotManifest {
  /** Raised when the layout of the file changes. */
  readonly format: number;
  /** Length of the database that comes before this line. */
  readonly bytes: number;
  /** SHA-256 of those bytes, in hex. */
  readonly sha256: string;
  /** Number of events projected. */
  readonly seq: number;
  /** Where the last of them stands in the log. */
  readonly position: string;
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  /** Digest of the read model, as `bangiao digest` gives it. */
  readonly digest: string;
  /** Version of each projection. */
  readonly projections: Readonly<Record<string, number>>;
}

export const SNAPSHOT_FORMAT = 1;
/** No manifest is longer. */
export const MOST_MANIFEST_BYTES = 65_536;

/** The projections of this release. */
export function ownProjections(): Readonly<Record<string, number>> {
  return Object.fromEntries(PROJECTIONS.map(({ name, version }) => [name, version]));
}

/** A manifest as the last line of a snapshot. */
export function manifestLine(manifest: SnapshotManifest): string {
  return `\n${JSON.stringify(manifest)}\n`;
}

/** The manifest at the end of a snapshot, with the length of its line; undefined where there is none. */
export function parseManifest(tail: Buffer): { manifest: SnapshotManifest; length: number } | undefined {
  const end = tail.length - 1;
  if (end < 1 || tail[end] !== NEW_LINE) return undefined;
  const start = tail.lastIndexOf(NEW_LINE, end - 1);
  const manifest = start < 0 ? undefined : parsed(tail.toString('utf8', start + 1, end));
  return manifest === undefined ? undefined : { manifest, length: tail.length - start };
}

const NEW_LINE = 0x0a;

function parsed(line: string): SnapshotManifest | undefined {
  try {
    const value = JSON.parse(line) as unknown;
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const TEXTS = ['sha256', 'position', 'eventId', 'stream', 'recordedAt', 'digest'] as const;
const NUMBERS = ['format', 'bytes', 'seq', 'revision'] as const;

function isManifest(value: unknown): value is SnapshotManifest {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return (
    TEXTS.every((name) => typeof fields[name] === 'string') &&
    NUMBERS.every((name) => Number.isSafeInteger(fields[name])) &&
    typeof fields['projections'] === 'object' &&
    fields['projections'] !== null
  );
}
