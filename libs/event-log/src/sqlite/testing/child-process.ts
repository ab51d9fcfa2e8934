import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SCRIPT = join(
  import.meta.dirname,
  '../../../../../dist/libs/event-log/src/sqlite/testing/append-for-ever.js',
);

/** A real second process that appends. */
export interface AppendingProcess {
  /** Lines of acknowledged appends so far. */
  readonly acknowledged: readonly string[];
  /** Resolves when so many are acknowledged; fails where the process ends before. */
  until(count: number): Promise<void>;
  /** Kills it with SIGKILL; resolves when it is gone and all it printed is read. */
  kill(): Promise<void>;
}

/** Starts a process that appends to the log until it is killed. */
export function startAppending(file: string, name: string): AppendingProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SCRIPT, file, name], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const acknowledged: string[] = [];
  let complaint = '';
  let ended = false;
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const closed = once(child, 'close').then(() => (ended = true));
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => acknowledged.push(line));
  const until = async (count: number): Promise<void> => {
    while (acknowledged.length < count) {
      if (ended) throw new Error(`The process ended after ${acknowledged.length} appends. ${complaint}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
  };
  return { acknowledged, until, kill };
}
