import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BanGiaoError } from '#domain';

/** Files of one data directory. */
export interface DataFiles {
  /** The embedded log; not there where the log is a cluster. */
  readonly log: string;
  readonly readModel: string;
}

/** The names of the files in a data directory, whether they are there or not. */
export function filesIn(dataDir: string): DataFiles {
  return { log: join(dataDir, 'log.sqlite'), readModel: join(dataDir, 'read-model.sqlite') };
}

/** The files in a data directory, which is made where it is missing. */
export function dataFiles(dataDir: string): DataFiles {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (cause) {
    throw new BanGiaoError(
      'DATA_DIR_UNUSABLE',
      'The data directory cannot be made.',
      { field: 'DATA_DIR', value: dataDir, remedy: 'Name a directory that this user may write to.' },
      { cause },
    );
  }
  return filesIn(dataDir);
}
