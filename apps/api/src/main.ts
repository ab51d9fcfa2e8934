import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BanGiaoError } from '#domain';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import { startRuntime, type Runtime } from './runtime/index.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = readConfig(process.env);
  say(`Bàn Giao: data in ${config.dataDir}`);
  const runtime = await startRuntime({
    dataDir: config.dataDir,
    empty: config.empty,
    report: (line) => say(`  ${line}`),
    onFollowerFailure: (error) => process.stderr.write(`Following the log has stopped: ${error.message}\n`),
  });
  try {
    await serve(runtime, config);
  } catch (error) {
    await runtime.close();
    throw error;
  }
}

async function serve(runtime: Runtime, config: ReturnType<typeof readConfig>): Promise<void> {
  const { tokensFile, host } = config;
  const app = await createApp(runtime, { host, ...(tokensFile === undefined ? {} : { tokensFile }) });
  await listen(app, config.port, host);
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  say(`GraphQL   ${url}/graphql`);
  say(`GraphiQL  ${url}/graphiql`);
  say('Paste one of these there:');
  EXAMPLES.forEach((example) => say(`  ${example}`));
  const stop = () => {
    void app
      .close()
      .then(() => runtime.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function listen(app: NestFastifyApplication, port: number, host: string): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (cause) {
    await app.close();
    throw new BanGiaoError(
      'CANNOT_LISTEN',
      'The service cannot listen at this address.',
      {
        field: 'PORT',
        value: `${host}:${port}`,
        remedy: 'Stop what listens there, or set PORT or HOST to another.',
      },
      { cause },
    );
  }
}

const EXAMPLES = [
  '{ responsibility(subjectId: "cn2-soc-son", dutyId: "ccn_manage_local_clusters", at: { validAt: "2025-07-01" }) { status candidates { name } explanation } }',
  '{ clusters(filter: { name: "phu thinh" }) { edges { node { name communes { name } infrastructureInvestor { name status } } } } }',
  '{ unit(id: "15520@2025-07-01") { name predecessors { from { name } extent act { number } } } }',
];

main().catch((error: unknown) => {
  const text =
    error instanceof BanGiaoError ? error.describe() : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
