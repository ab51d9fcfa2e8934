import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where the log and the read model of the benchmark lie in its directory. */
export function logFile(dir: string): string {
  return join(dir, 'log.sqlite');
}
export function readModelFile(dir: string): string {
  return join(dir, 'read-model.sqlite');
}

/** Bytes of all files of a directory whose names begin so: a database with its write-ahead log. */
export function bytesOf(file: string, dir: string): number {
  return readdirSync(dir, { withFileTypes: true })
    .map((entry) => join(dir, entry.name))
    .filter((path) => path.startsWith(file))
    .reduce((sum, path) => sum + statSync(path).size, 0);
}
