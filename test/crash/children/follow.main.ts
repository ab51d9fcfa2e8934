import { join } from 'node:path';
import { openSqliteEventLog } from '#event-log';
import { follow, openProjector } from '#read-model';
import { tell } from './tell.js';

/** Follows a log into the read model of its data directory until the end. Argument: the directory. */
const [dir = ''] = process.argv.slice(2);
const BATCH = 50;

tell({ at: 'loaded' });
const log = await openSqliteEventLog({ file: join(dir, 'log.sqlite'), mode: 'read-only' });
const projector = openProjector({ file: join(dir, 'read-model.sqlite') });
const stop = new AbortController();
tell({ at: 'open' });
await follow(
  log,
  projector,
  stop.signal,
  ({ seq, caughtUp }) => {
    tell({ at: 'replay', seq });
    if (caughtUp) stop.abort();
  },
  { batchSize: BATCH },
);
projector.close();
await log.close();
tell({ at: 'done' });
