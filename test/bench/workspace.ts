import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BanGiaoError } from '#domain';

const PREFIX = 'ban-giao-bench-';

/**
 * Directories for the data of a run, removed when it ends, however it ends but by SIGKILL; what such a run left is
 * removed by the next one.
 */
export class Workspace {
  readonly #dirs = new Set<string>();
  readonly #stops = new Set<() => void>();

  constructor() {
    removeLeftOver();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        for (const stop of this.#stops) stop();
        for (const dir of this.#dirs) remove(dir);
        process.stderr.write(`\nInterrupted; the data is removed.\n`);
        process.exit(130);
      });
    }
  }

  async within<T>(use: (dir: string) => Promise<T>): Promise<T> {
    const dir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
    this.#dirs.add(dir);
    try {
      return await use(dir);
    } finally {
      this.#dirs.delete(dir);
      remove(dir);
    }
  }

  /** Told when the run is interrupted while something lasts. */
  async stopping<T>(stop: () => void, lasts: Promise<T>): Promise<T> {
    this.#stops.add(stop);
    try {
      return await lasts;
    } finally {
      this.#stops.delete(stop);
    }
  }
}

/** @throws BanGiaoError `BENCH_DISK_TOO_SMALL` where so many bytes are not free. */
export function requireFree(dir: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(dir);
  const free = bavail * bsize;
  if (free >= bytes) return;
  throw new BanGiaoError(
    'BENCH_DISK_TOO_SMALL',
    `The benchmark needs ${gigabytes(bytes)} of free disk, and ${gigabytes(free)} are free.`,
    {
      field: 'TMPDIR',
      value: dir,
      remedy: 'Name a directory on a larger disk in TMPDIR, or give fewer --events.',
    },
  );
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

function remove(dir: string): void {
  rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
}

/** What a run that was killed left behind: its process is gone. */
function removeLeftOver(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) remove(join(tmpdir(), name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be signalled, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
