import { existsSync } from 'node:fs';
import type { EventLog } from '#application';
import { BanGiaoError } from '#domain';
import { lastEvent, requireOfLog } from '../follow/last-event.js';
import { ProjectionTarget } from '../follow/projection-target.js';
import {
  currentGeneration,
  generationPath,
  removeDatabase,
  removeOlder,
  switchTo,
} from '../storage/generations.js';
import { holdRebuildLock } from '../storage/locks.js';
import { checkedManifest, seqOf } from '../snapshot/check.js';
import { install, type InstallProgress } from '../snapshot/install.js';
import { digestOf, type Digest } from './digest.js';

export interface RebuildOptions {
  readonly log: EventLog;
  /** Path of the read model, as given to `openReadModel`. */
  readonly file: string;
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Interrupts it; the next rebuild goes on from there. */
  readonly signal?: AbortSignal;
  /** Events read and projected at a time. */
  readonly batchSize?: number;
  /** Path of a snapshot to begin with, instead of the first event. */
  readonly fromSnapshot?: string;
  readonly onInstall?: (progress: InstallProgress) => void;
}
export interface RebuildProgress {
  readonly phase: 'replay' | 'digest' | 'switched';
  /** Events projected so far. */
  readonly seq: number;
}
export interface Rebuilt extends Digest {
  /** Events that a snapshot or an interrupted rebuild had projected before. */
  readonly resumedFrom: number;
}

/** Large, because nobody waits for its end and each pair of subject and duty is read and written once a batch. */
const BATCH_SIZE = 10_000;

/**
 * Builds the read model anew from the log in a file beside, takes its digest and makes it the current one in one
 * step. The old file answers until then; readers and a projector of this file go over by themselves.
 * @throws BanGiaoError `REBUILD_INTERRUPTED`, `REBUILD_RUNNING`, what refuses a snapshot, and whatever the log and
 * `Projector.project` give.
 */
export async function rebuild(options: RebuildOptions): Promise<Rebuilt> {
  const lock = holdRebuildLock(options.file);
  try {
    const generation = currentGeneration(options.file) + 1;
    await beginWithSnapshot(options, generation);
    return await rebuildInto(generation, options);
  } finally {
    lock.release();
  }
}

/** An interrupted rebuild that is further than the snapshot goes on by itself. */
async function beginWithSnapshot(options: RebuildOptions, generation: number): Promise<void> {
  const { fromSnapshot, file, log, signal, onInstall } = options;
  if (fromSnapshot === undefined) return;
  const manifest = await checkedManifest(fromSnapshot, file, log);
  const path = generationPath(file, generation);
  if (seqOf(path) >= manifest.seq) return;
  await install(fromSnapshot, manifest, path, {
    ...(signal === undefined ? {} : { signal }),
    ...(onInstall === undefined ? {} : { onProgress: onInstall }),
  });
}

async function rebuildInto(generation: number, options: RebuildOptions): Promise<Rebuilt> {
  const { file, onProgress = () => undefined } = options;
  const target = await openBeside(generationPath(file, generation), options.log);
  try {
    const resumedFrom = target.checkpoint.seq;
    await replay(target, options);
    onProgress({ phase: 'digest', seq: target.checkpoint.seq });
    const taken = digestOf(target.database);
    // The log has gone on while the digest was taken; less is then left to the one who follows.
    await replay(target, options);
    const { seq } = target.checkpoint;
    // Everything reaches the disk before the switch.
    target.database.exec('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE);');
    target.close();
    switchTo(file, generation);
    removeOlder(file, generation);
    onProgress({ phase: 'switched', seq });
    return { ...taken, resumedFrom };
  } finally {
    target.close();
  }
}

async function replay(target: ProjectionTarget, options: RebuildOptions): Promise<void> {
  const { log, onProgress = () => undefined, signal, batchSize = BATCH_SIZE } = options;
  let page = log.readAll(target.checkpoint.position, { maxCount: batchSize });
  for (;;) {
    const events = await page;
    const last = events.at(-1);
    if (last === undefined) return;
    requireGoingOn(signal, target);
    // The next page is read while this one is projected.
    page = log.readAll(last.position, { maxCount: batchSize });
    page.catch(() => undefined);
    target.project(events);
    onProgress({ phase: 'replay', seq: target.checkpoint.seq });
  }
}

function requireGoingOn(signal: AbortSignal | undefined, target: ProjectionTarget): void {
  if (signal?.aborted !== true) return;
  throw new BanGiaoError(
    'REBUILD_INTERRUPTED',
    `The rebuild stopped after ${target.checkpoint.seq} events.`,
    {
      remedy: 'Run it again: it goes on from there. The read model in use is untouched.',
    },
  );
}

/** The unfinished file of an earlier rebuild of this log, or a new one. */
async function openBeside(path: string, log: EventLog): Promise<ProjectionTarget> {
  const found = openUnfinished(path);
  try {
    await requireOfLog(lastEvent(found.database), log);
    return found;
  } catch (error) {
    found.close();
    if (!(error instanceof BanGiaoError) || error.code !== 'READ_MODEL_OTHER_LOG') throw error;
    removeDatabase(path);
    return openAlone(path);
  }
}

function openUnfinished(path: string): ProjectionTarget {
  try {
    return openAlone(path);
  } catch (error) {
    if (error instanceof BanGiaoError && UNUSABLE.includes(error.code) && existsSync(path)) {
      removeDatabase(path);
      return openAlone(path);
    }
    throw error;
  }
}

const UNUSABLE: readonly string[] = ['READ_MODEL_VERSION', 'READ_MODEL_UNREADABLE'];

/** Nobody else reads it before the switch; the lock keeps other rebuilds away. */
function openAlone(path: string): ProjectionTarget {
  const target = new ProjectionTarget(path);
  target.database.exec('PRAGMA locking_mode = EXCLUSIVE;');
  return target;
}
