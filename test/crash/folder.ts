import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data directory of one run. */
export interface Folder {
  readonly path: string;
  readonly log: string;
  readonly readModel: string;
  remove(): void;
}

export function newFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'ban-giao-crash-'));
  return {
    path,
    log: join(path, 'log.sqlite'),
    readModel: join(path, 'read-model.sqlite'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
