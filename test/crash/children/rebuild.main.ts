import { join } from 'node:path';
import { openSqliteEventLog } from '#event-log';
import { rebuild } from '#read-model';
import { dyingAt } from './dying-at.js';
import { tell } from './tell.js';

/** Rebuilds the read model of a data directory. Arguments: the directory, and the file operation to die at, if any. */
const [dir = '', fileOperation] = process.argv.slice(2);
const BATCH = 100;

tell({ at: 'loaded' });
const log = await openSqliteEventLog({ file: join(dir, 'log.sqlite'), mode: 'read-only' });
if (fileOperation !== undefined) dyingAt(Number(fileOperation));
const { resumedFrom, digest } = await rebuild({
  log,
  file: join(dir, 'read-model.sqlite'),
  batchSize: BATCH,
  onProgress: ({ phase, seq }) => tell(phase === 'replay' ? { at: phase, seq } : { at: phase }),
});
await log.close();
tell({ at: 'built', resumedFrom, digest });
tell({ at: 'done' });
