import { fastify } from 'fastify';
import mercurius from 'mercurius';
import { BASELINE_SDL, tenClusters } from './baselines.js';

/** Bare mercurius on Fastify, with the same compiler setting, and data that is ready in memory. */
const clusters = tenClusters();
const app = fastify();
await app.register(mercurius, {
  schema: BASELINE_SDL,
  resolvers: { Query: { clusters: () => clusters } },
  jit: 1,
});
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${address}/graphql\n`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
