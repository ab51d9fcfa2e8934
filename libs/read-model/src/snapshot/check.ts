import type { EventLog } from '#application';
import { BanGiaoError } from '#domain';
import { readCheckpoint } from '../follow/checkpoint.js';
import { otherwiseIn } from '../follow/last-event.js';
import { generationPath, currentGeneration } from '../storage/generations.js';
import { openForReading } from '../storage/open.js';
import { ownProjections, type SnapshotManifest } from './manifest.js';
import { readManifest } from './snapshot-file.js';

/**
 * What can be refused by the last line of a snapshot, before anything is copied.
 * @throws BanGiaoError `FILE_UNREADABLE`, `SNAPSHOT_DAMAGED`, `SNAPSHOT_FORMAT_UNSUPPORTED`, `SNAPSHOT_VERSION`,
 * `SNAPSHOT_BEHIND`, `SNAPSHOT_OTHER_LOG`, and what the log gives.
 */
export async function checkedManifest(
  snapshot: string,
  file: string,
  log: EventLog,
): Promise<SnapshotManifest> {
  const manifest = await readManifest(snapshot);
  requireOwnVersions(manifest);
  requireAhead(manifest, seqOf(generationPath(file, currentGeneration(file))));
  await requireOfLog(manifest, log);
  return manifest;
}

/** Number of events that a read model has seen; none where this release cannot read it. */
export function seqOf(path: string): number {
  try {
    const db = openForReading(path);
    try {
      return readCheckpoint(db).seq;
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof BanGiaoError) return 0;
    throw error;
  }
}

function requireOwnVersions({ projections }: SnapshotManifest): void {
  const own = ownProjections();
  const names = [...new Set([...Object.keys(own), ...Object.keys(projections)])];
  const other = names.find((name) => projections[name] !== own[name]);
  if (other === undefined) return;
  throw new BanGiaoError(
    'SNAPSHOT_VERSION',
    `The snapshot is of another release: projection ${other} has version ${projections[other] ?? 'none'} in it, and ${own[other] ?? 'none'} here.`,
    {
      field: `projections.${other}`,
      value: String(projections[other] ?? 'none'),
      remedy:
        'Take a snapshot of a replica of this release, or start without one: the read model is then built from the log. Nothing was changed.',
    },
  );
}

function requireAhead({ seq }: SnapshotManifest, there: number): void {
  if (seq > there) return;
  throw new BanGiaoError(
    'SNAPSHOT_BEHIND',
    `The snapshot has seen ${seq} events, the read model that is there ${there}; that is kept.`,
    {
      field: 'seq',
      value: String(seq),
      remedy: 'Leave the snapshot out, or delete the read model first if it is to be replaced.',
    },
  );
}

/** The event at the snapshot's position in this log has to be the one that the snapshot names. */
async function requireOfLog(manifest: SnapshotManifest, log: EventLog): Promise<void> {
  const has = await otherwiseIn(log, manifest);
  if (has === undefined) return;
  const { stream, revision, eventId, position, recordedAt } = manifest;
  throw new BanGiaoError(
    'SNAPSHOT_OTHER_LOG',
    `The snapshot is of another log: it ends with event ${eventId} at position ${position}, recorded at ${recordedAt}, and this log has ${has} as revision ${revision} of stream ${stream}.`,
    {
      field: 'position',
      value: position,
      remedy:
        'Take a snapshot of a replica that follows this log; one taken before the log was copied counts by the old positions. Nothing was changed.',
    },
  );
}
