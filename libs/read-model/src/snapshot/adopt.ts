import type { EventLog } from '#application';
import { currentGeneration, generationPath, removeOlder, switchTo } from '../storage/generations.js';
import { holdRebuildLock } from '../storage/locks.js';
import { checkedManifest } from './check.js';
import { install, type InstallOptions } from './install.js';
import type { SnapshotManifest } from './manifest.js';

export interface AdoptSnapshotOptions extends InstallOptions {
  /** The log that the read model is to follow. */
  readonly log: EventLog;
  /** Path of the read model, as given to `openReadModel`. */
  readonly file: string;
  /** Path of the snapshot. */
  readonly snapshot: string;
}

/**
 * Makes a snapshot the current read model; the log is then followed from its position.
 * Whatever it refuses, and wherever it is stopped, what was there answers on.
 * @throws BanGiaoError what `checkedManifest` and `install` give, `SNAPSHOT_BEHIND` among it; `REBUILD_RUNNING`.
 */
export async function adoptSnapshot(options: AdoptSnapshotOptions): Promise<SnapshotManifest> {
  const { log, file, snapshot } = options;
  const lock = holdRebuildLock(file);
  try {
    const manifest = await checkedManifest(snapshot, file, log);
    const generation = currentGeneration(file) + 1;
    await install(snapshot, manifest, generationPath(file, generation), options);
    switchTo(file, generation);
    removeOlder(file, generation);
    return manifest;
  } finally {
    lock.release();
  }
}
