import { copyLog, type CopyProgress } from '#application';
import { openSqliteEventLog } from '#event-log';
import { tell } from './tell.js';

/** Copies a log into another. Arguments: the files of both. */
const [from = '', to = ''] = process.argv.slice(2);
/** Events between two words on how far it is. */
const STRIDE = 20;

tell({ at: 'loaded' });
const source = await openSqliteEventLog({ file: from, mode: 'read-only' });
const target = await openSqliteEventLog({ file: to, mode: 'read-write' });
tell({ at: 'open' });
let last: CopyProgress = { phase: 'compare', seq: 0 };
const { complete } = await copyLog(source, target, {
  onProgress: (progress) => {
    const { phase, seq } = progress;
    if (phase === last.phase && seq < last.seq + STRIDE) return;
    last = progress;
    tell({ at: phase, seq });
  },
});
if (!complete) throw new Error('The copy stopped by itself.');
await target.close();
await source.close();
tell({ at: 'done' });
