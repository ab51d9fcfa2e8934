import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BanGiaoError } from '#domain';
import { digestWithin } from '../rebuild/digest.js';
import type { Database } from '../storage/database.js';
import { currentGeneration, generationPath } from '../storage/generations.js';
import { openForReading } from '../storage/open.js';
import { syncFolder } from '../storage/sync-folder.js';
import { requireGoingOn } from './going-on.js';
import { lastEvent } from '../follow/last-event.js';
import { manifestLine, ownProjections, SNAPSHOT_FORMAT, type SnapshotManifest } from './manifest.js';
import { readManifest, sha256Of } from './snapshot-file.js';
import { writable } from './writable.js';

export interface TakeSnapshotOptions {
  /** Path of the read model, as given to `openReadModel`. */
  readonly file: string;
  /** Path of the snapshot; it gets this name once it is whole and on disk. */
  readonly out: string;
  readonly onProgress?: (progress: TakeProgress) => void;
  /** Stops it; nothing is left behind. */
  readonly signal?: AbortSignal;
}

export interface TakeProgress {
  readonly phase: 'copy' | 'digest' | 'seal';
  /** Pages, rows or bytes, by the phase. */
  readonly done: number;
  readonly total?: number;
}

/**
 * Writes a copy of the read model as it is at this moment; it is served and follows the log meanwhile.
 * @throws BanGiaoError `SNAPSHOT_EMPTY`, `SNAPSHOT_INTERRUPTED`, `OUTPUT_UNWRITABLE`, and what opening it gives.
 */
export async function takeSnapshot(options: TakeSnapshotOptions): Promise<SnapshotManifest> {
  const { file, out } = options;
  const part = `${out}.part`;
  await requireReplaceable(out);
  const db = openForReading(generationPath(file, currentGeneration(file)));
  try {
    return await writable('--out', out, async () => {
      await rm(part, { force: true });
      const manifest = await sealed(part, await copied(db, part, options), options);
      await rename(part, out);
      await syncFolder(dirname(out));
      return manifest;
    });
  } finally {
    db.close();
    for (const left of [part, `${part}-journal`]) await rm(left, { force: true }).catch(() => undefined);
  }
}

type Said = Omit<SnapshotManifest, 'format' | 'bytes' | 'sha256'>;

/** Copies one state of the read model. Its digest is taken of the source, so that it proves the copying too. */
async function copied(db: Database, part: string, options: TakeSnapshotOptions): Promise<Said> {
  const { file, onProgress = () => undefined, signal } = options;
  db.exec('BEGIN');
  try {
    const last = lastEvent(db);
    if (last === undefined) throw empty(file);
    await db.copyTo(part, (done, total) => {
      requireGoingOn(signal);
      onProgress({ phase: 'copy', done, total });
    });
    const { seq, digest } = await digestWithin(db, (done) => {
      requireGoingOn(signal);
      onProgress({ phase: 'digest', done });
    });
    return { seq, ...last, digest, projections: ownProjections() };
  } finally {
    db.exec('COMMIT');
  }
}

/** Ends the file with what it says of itself, and brings it to disk. */
async function sealed(part: string, said: Said, options: TakeSnapshotOptions): Promise<SnapshotManifest> {
  const { onProgress = () => undefined, signal } = options;
  const handle = await open(part, 'r+');
  try {
    const { size } = await handle.stat();
    const sha256 = await sha256Of(handle, size, (_, done) => {
      requireGoingOn(signal);
      onProgress({ phase: 'seal', done, total: size });
    });
    const manifest = { format: SNAPSHOT_FORMAT, bytes: size, sha256, ...said };
    await handle.write(manifestLine(manifest), size);
    await handle.sync();
    return manifest;
  } finally {
    await handle.close();
  }
}

/** An older snapshot may be replaced; a log or a read model under a mistyped name may not. */
async function requireReplaceable(out: string): Promise<void> {
  if (!existsSync(out)) return;
  try {
    await readManifest(out);
  } catch (cause) {
    throw new BanGiaoError(
      'OUTPUT_UNWRITABLE',
      'There is something else than a snapshot under this name.',
      { field: '--out', value: out, remedy: 'Name another file, or remove this one.' },
      { cause },
    );
  }
}

function empty(file: string): BanGiaoError {
  return new BanGiaoError('SNAPSHOT_EMPTY', 'The read model has not seen any event yet.', {
    field: 'file',
    value: file,
    remedy: 'Take the snapshot of a replica that has followed the log.',
  });
}
