import 'reflect-metadata';
import { systemClock } from '#application';
import { openSqliteEventLog } from '#event-log';
import { openReadModel } from '#read-model';
import { createApp } from '../../apps/api/src/app.js';
import { dataFiles } from '../../apps/api/src/runtime/data-dir.js';
import { startFollower } from '../../apps/api/src/runtime/follower.js';

/** The API over a log that another process writes: what a replica does while it follows. */
const host = '127.0.0.1';
const files = dataFiles(process.env['DATA_DIR'] ?? '');
const log = await openSqliteEventLog({ file: files.log, mode: 'read-only' });
const follower = await startFollower(files, (error) => {
  throw error;
});
const readModel = openReadModel({ file: files.readModel });
const close = async (): Promise<void> => {
  await follower.stop();
  readModel.close();
  await log.close();
};
const ports = { log, readModel, clock: systemClock, leadRules: [] };
const app = await createApp({ log, readModel, ports, close }, { host });
await app.listen(0, host);
process.stdout.write(`${await app.getUrl()}/graphql\n`);
process.once('SIGTERM', () => {
  process.stderr.write(`  followed to event ${readModel.status().seq}\n`);
  void app
    .close()
    .then(close)
    .then(() => process.exit(0));
});
