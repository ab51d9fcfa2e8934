import { spawn, type ChildProcess } from 'node:child_process';

/** A child process of the benchmark that answers at an address. */
export interface Served {
  readonly url: string;
  readonly startedInMs: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 120_000;

/** Starts a script and waits until it prints where it listens. */
export function serve(script: string, env: Readonly<Record<string, string>>): Promise<Served> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // An interrupted benchmark leaves no server behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return new Promise((resolve, reject) => {
    let output = '';
    const limit = setTimeout(() => reject(new Error(`${script} did not start:\n${output}`)), START_LIMIT_MS);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}:\n${output}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+\/graphql\b/.exec(output)?.[0];
      if (url === undefined) return;
      clearTimeout(limit);
      const stop = () => stopped(child);
      resolve({ url, startedInMs: performance.now() - start, process: child, stop });
    });
  });
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
