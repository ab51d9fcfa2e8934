import 'reflect-metadata';
import { createApp } from '../../apps/api/src/app.js';
import { logLocation, readOnly, startRuntime } from '../../apps/api/src/runtime/index.js';

/** The API over a log that another process writes: what a replica does while it follows. */
const host = '127.0.0.1';
const dataDir = process.env['DATA_DIR'] ?? '';
const runtime = await startRuntime({
  dataDir,
  log: readOnly(logLocation({}, dataDir)),
  empty: true,
  report: () => undefined,
  onFollowerFailure: (error) => {
    throw error;
  },
});
const app = await createApp(runtime, { host });
await app.listen(0, host);
process.stdout.write(`${await app.getUrl()}/graphql\n`);
process.once('SIGTERM', () => {
  process.stderr.write(`  followed to event ${runtime.readModel.status().seq}\n`);
  void app
    .close()
    .then(() => runtime.close())
    .then(() => process.exit(0));
});
