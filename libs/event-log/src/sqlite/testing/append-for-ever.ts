import { openSqliteEventLog } from '../sqlite-event-log.js';
import { envelope } from '../../contract/fixture.js';

/**
 * A process that appends until it is killed and prints a line for each acknowledged append:
 * stream, revision, position, event id. Run with the log's file and a name for its streams.
 */
const [file = '', name = ''] = process.argv.slice(2);
const CALLERS = 16;

const log = await openSqliteEventLog({ file, mode: 'read-write' });
await Promise.all(
  Array.from({ length: CALLERS }, async (_, caller) => {
    const stream = `act-${name}-${caller}`;
    for (let next = 0; ; next += 1) {
      const event = envelope(`${stream} ${next}`);
      const { revision, position } = await log.append(stream, [event], next === 0 ? 'no-stream' : next - 1);
      process.stdout.write(`${stream} ${revision} ${position} ${event.eventId}\n`);
    }
  }),
);
