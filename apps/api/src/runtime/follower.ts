import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { DataFiles } from './data-dir.js';

/** The thread that keeps the read model up with the log. */
export interface Follower {
  /** Resolves when it has ended. */
  stop(): Promise<void>;
}

/** Starts following; resolves once the read model's file is there and open. */
export async function startFollower(files: DataFiles, onFailure: (error: Error) => void): Promise<Follower> {
  const worker = new Worker(createRequire(import.meta.url).resolve('#follower-worker'), {
    workerData: files,
  });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  worker.on('error', onFailure);
  return {
    stop: () => {
      worker.postMessage('stop');
      return ended;
    },
  };
}
