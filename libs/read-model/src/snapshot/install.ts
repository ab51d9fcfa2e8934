import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { digestWithin } from '../rebuild/digest.js';
import { removeDatabase } from '../storage/generations.js';
import { openForWriting } from '../storage/open.js';
import { syncFolder } from '../storage/sync-folder.js';
import { requireGoingOn } from './going-on.js';
import { lastEvent } from '../follow/last-event.js';
import type { SnapshotManifest } from './manifest.js';
import { damaged, extract } from './snapshot-file.js';
import { writable } from './writable.js';

export interface InstallProgress {
  readonly phase: 'copy' | 'verify';
  /** Bytes copied, or rows read again. */
  readonly done: number;
  readonly total?: number;
}

export interface InstallOptions {
  readonly onProgress?: (progress: InstallProgress) => void;
  /** Stops it; nothing is left behind. */
  readonly signal?: AbortSignal;
}

/**
 * Puts the database of a snapshot under the name of a generation, once its bytes and its digest are proved.
 * The caller holds the rebuild's lock, so that nobody has this generation open.
 * @throws BanGiaoError `SNAPSHOT_DAMAGED`, `SNAPSHOT_INTERRUPTED`, `OUTPUT_UNWRITABLE`.
 */
export async function install(
  snapshot: string,
  manifest: SnapshotManifest,
  path: string,
  { onProgress = () => undefined, signal }: InstallOptions,
): Promise<void> {
  const part = `${path}.part`;
  const told = (progress: InstallProgress) => {
    requireGoingOn(signal);
    onProgress(progress);
  };
  removeDatabase(part);
  try {
    await writable('DATA_DIR', path, async () => {
      await extract(snapshot, manifest, part, (done) => told({ phase: 'copy', done, total: manifest.bytes }));
      await verify(snapshot, manifest, part, (done) => told({ phase: 'verify', done }));
      removeDatabase(path);
      renameSync(part, path);
      await syncFolder(dirname(path));
    });
  } finally {
    removeDatabase(part);
  }
}

/** What the snapshot says of itself is found again in the copy: the digest was taken where it comes from. */
async function verify(
  snapshot: string,
  manifest: SnapshotManifest,
  part: string,
  onRows: (rows: number) => void,
): Promise<void> {
  const db = openForWriting(part);
  try {
    const found: Partial<SnapshotManifest> = { ...(await digestWithin(db, onRows)), ...lastEvent(db) };
    for (const field of [
      'seq',
      'position',
      'eventId',
      'stream',
      'revision',
      'recordedAt',
      'digest',
    ] as const) {
      if (found[field] === manifest[field]) continue;
      throw damaged(snapshot, `its ${field} is ${found[field]} instead of ${manifest[field]}`);
    }
  } finally {
    db.close();
  }
}
