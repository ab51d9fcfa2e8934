import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { TEN_CLUSTERS } from './baselines.js';
import { median, type Result } from './measure.js';
import { serve, type Served } from './processes.js';

const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 16;
const EVENTS_PER_SECOND = 10_000;
const HERE = import.meta.dirname;
const MAIN = join(HERE, '../../apps/api/src/main.js');

interface Load {
  readonly perSecond: number;
  readonly p99: number;
}

/** Ten clusters over HTTP against bare mercurius and NestJS with Apollo, then while events are being followed. */
export async function benchHttp(dir: string): Promise<readonly Result[]> {
  const env = { PORT: '0', DATA_DIR: join(dir, 'data') };
  const first = await serve(MAIN, env);
  await first.stop();
  const service = await serve(MAIN, env);
  const memory = residentMegabytes(service);
  const answer = await ask(service.url);
  const mercurius = await serve(join(HERE, 'mercurius.main.js'), { BENCH_ANSWER: answer });
  const apollo = await serve(join(HERE, 'apollo.main.js'), { BENCH_ANSWER: answer });
  await requireSameBytes(answer, [mercurius, apollo]);
  const [here, bare, nestApollo] = await inTurns([service, mercurius, apollo]);
  await Promise.all([service.stop(), apollo.stop(), mercurius.stop()]);
  const following = await whileFollowing(env.DATA_DIR);
  if (here === undefined || bare === undefined || nestApollo === undefined)
    throw new Error('A server was not measured.');
  return [
    {
      name: '10 clusters over HTTP, against bare mercurius',
      figure: here.perSecond,
      baseline: bare.perSecond,
      unit: 'requests/s',
      aim: '>= 0.7',
      met: here.perSecond >= 0.7 * bare.perSecond,
    },
    {
      name: '10 clusters over HTTP, against NestJS with Apollo',
      figure: here.perSecond,
      baseline: nestApollo.perSecond,
      unit: 'requests/s',
      aim: '>= 3 times',
      met: here.perSecond >= 3 * nestApollo.perSecond,
    },
    {
      name: `p99 while ${EVENTS_PER_SECOND.toLocaleString('en')} events/s are followed, against none`,
      figure: following.busy,
      baseline: following.quiet,
      unit: 'ms',
      aim: '<= 2 times',
      met: following.busy <= 2 * following.quiet,
    },
    {
      name: 'first start with the national data, against a later one',
      figure: first.startedInMs / 1_000,
      baseline: service.startedInMs / 1_000,
      unit: 's',
      aim: '< 60 s, < 5 s',
      met: first.startedInMs < 60_000 && service.startedInMs < 5_000,
    },
    {
      name: 'memory with the national data, against an empty Node process',
      figure: memory,
      baseline: emptyNodeMegabytes(),
      unit: 'MB',
      aim: 'shown',
      met: true,
    },
  ];
}

/** Each server in each round, so that what the machine does meanwhile hits all of them. */
async function inTurns(servers: readonly Served[]): Promise<readonly Load[]> {
  const loads: Load[][] = servers.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [i, server] of servers.entries()) loads[i]?.push(await load(server.url));
  }
  return loads.map((of) => ({
    perSecond: median(of.map((l) => l.perSecond)),
    p99: median(of.map((l) => l.p99)),
  }));
}

async function whileFollowing(dataDir: string): Promise<{ busy: number; quiet: number }> {
  const log = join(dataDir, 'log.sqlite');
  const replica = await serve(join(HERE, 'replica.main.js'), { DATA_DIR: dataDir });
  const quiet = await several(replica.url);
  const feeder = await serve(join(HERE, 'feeder.main.js'), {
    BENCH_LOG: log,
    BENCH_EVENTS_PER_SECOND: String(EVENTS_PER_SECOND),
  });
  const busy = await several(replica.url);
  await feeder.stop();
  await replica.stop();
  return { busy, quiet };
}

/** Paced below the machine's limit, so that waiting for a free core does not hide waiting for the projections. */
async function several(url: string): Promise<number> {
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push((await load(url, 500)).p99);
  return median(found);
}

async function load(url: string, overallRate?: number): Promise<Load> {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: TEN_CLUSTERS }),
    connections: CONNECTIONS,
    duration: SECONDS,
    ...(overallRate === undefined ? {} : { overallRate }),
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return { perSecond: requests.average, p99: latency.p99 };
}

async function ask(url: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: TEN_CLUSTERS }),
  });
  return response.text();
}

async function requireSameBytes(answer: string, servers: readonly Served[]): Promise<void> {
  for (const { url } of servers) {
    const other = (await ask(url)).trimEnd();
    if (other !== answer.trimEnd()) throw new Error(`${url} answers other bytes:\n${other}\n${answer}`);
  }
}

function residentMegabytes({ process: { pid } }: Served): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}

/** What a process of the runtime itself takes that does nothing. */
function emptyNodeMegabytes(): number {
  const script = 'process.stdout.write(String(process.memoryUsage.rss()))';
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) / 1_048_576;
}
