import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BanGiaoError } from '#domain';
import { createApp } from './app.js';
import { readArguments } from './arguments.js';
import { readConfig, type Config } from './config.js';
import type { Serving } from './http/serving.js';
import { describeLog, startRuntime, type Runtime } from './runtime/index.js';
import { stopOnSignals } from './shutdown.js';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2));
  const config = readConfig(process.env);
  const place = config.log.kind === 'sqlite' ? '' : `, the log at ${describeLog(config.log)}`;
  say(`Bàn Giao: data in ${config.dataDir}${place}`);
  const runtime = await startRuntime({
    dataDir: config.dataDir,
    log: config.log,
    empty: config.empty,
    escalationSeconds: config.escalationSeconds,
    ...given,
    report: (line) => say(`  ${line}`),
    onFollowerFailure: (error) => complain(`Following the log has ended: ${error.message}`),
  });
  try {
    await serve(runtime, config);
  } catch (error) {
    await runtime.close();
    throw error;
  }
}

async function serve(runtime: Runtime, config: Config): Promise<void> {
  const { host, port, tokensFile, readyLagSeconds, drainSeconds } = config;
  const serving: Serving = { prepared: false, stopping: false };
  const app = await createApp(runtime, {
    host,
    readyLagSeconds,
    serving,
    ...(tokensFile === undefined ? {} : { tokensFile }),
  });
  await listen(app, port, host);
  stopOnSignals({ serving, app, runtime, drainSeconds, say });
  await introduce(app, runtime);
  await runtime.prepared;
  serving.prepared = true;
}

async function introduce(app: NestFastifyApplication, { replica }: Runtime): Promise<void> {
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  if (!replica.state().logAnswers)
    say('The log does not answer yet: questions are answered from what is here, decisions are not taken.');
  say(`GraphQL   ${url}/graphql`);
  say(`GraphiQL  ${url}/graphiql`);
  say('Paste one of these there:');
  EXAMPLES.forEach((example) => say(`  ${example}`));
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
  complain(text);
  process.exit(1);
});
