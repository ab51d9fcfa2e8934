import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A GraphQL answer as it comes over HTTP. */
export interface GraphQLAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

/** The service as a user starts it: its own process, its own data directory, a free port. */
export interface RunningService {
  readonly url: string;
  readonly dataDir: string;
  readonly output: () => string;
  query(
    document: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<GraphQLAnswer>;
  /** Like `query`, but fails the test where the answer has errors. */
  ask<T>(document: string, variables?: Record<string, unknown>): Promise<T>;
  /** What /health/ready says, with how long it took. */
  ready(): Promise<Probe>;
  signal(signal: NodeJS.Signals): void;
  /** Its exit code; null where a signal ended it. */
  readonly exited: Promise<number | null>;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface Probe {
  readonly status: number;
  readonly tookMs: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const MAIN = join(process.cwd(), 'dist/apps/api/src/main.js');
const START_LIMIT_MS = 120_000;

/** Starts the compiled service and waits until it says where it listens. */
export async function startService(
  env: Record<string, string> = {},
  dataDir = newDataDir(),
  args: readonly string[] = [],
): Promise<RunningService> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const base = await new Promise<string>((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error(`The service did not start:\n${output}`)),
      START_LIMIT_MS,
    );
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (address === null || !output.includes('/graphql')) return;
      clearTimeout(limit);
      resolve(address[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`The service ended with code ${code}:\n${output}`));
    });
  });
  return running(child, `${base}/graphql`, dataDir, () => output);
}

/** A data directory of its own. */
export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'ban-giao-e2e-'));
}

/** Removes a data directory. */
export function removeDataDir(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}

function running(child: ChildProcess, url: string, dataDir: string, output: () => string): RunningService {
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const query: RunningService['query'] = async (document, variables = {}, headers = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: document, variables }),
    });
    return (await response.json()) as GraphQLAnswer;
  };
  return {
    url,
    dataDir,
    output,
    query,
    async ask<T>(document: string, variables?: Record<string, unknown>): Promise<T> {
      const answer = await query(document, variables);
      if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors, null, 2));
      return answer.data as T;
    },
    ready: async () => {
      const start = performance.now();
      const response = await fetch(url.replace(/graphql$/, 'health/ready'));
      const body = (await response.json()) as Record<string, unknown>;
      return { status: response.status, tookMs: performance.now() - start, body };
    },
    signal: (signal) => void child.kill(signal),
    exited,
    stop: (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return exited;
    },
  };
}
