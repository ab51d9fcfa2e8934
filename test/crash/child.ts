import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Told } from './children/tell.js';

const CHILDREN = join(process.cwd(), 'dist/test/crash/children');

/** A real process that works until it is done or killed. */
export interface Child {
  /** What it has said so far; what is in here was acknowledged. */
  readonly told: readonly Told[];
  /** Resolves when it has said this so many times, or has ended. */
  said(at: Told['at'], times?: number): Promise<void>;
  /** Kills it with SIGKILL, which it can neither see nor delay; resolves when it is gone and all it said is read. */
  kill(): Promise<void>;
  /**
   * Resolves with true where it did its work to the end, with false where SIGKILL ended it.
   * @throws Error with what it wrote to the error output, where it ended in any other way.
   */
  ended(): Promise<boolean>;
}

/** Starts `children/<name>.main.ts` as it was built. */
export function startChild(name: string, args: readonly string[]): Child {
  const node = ['--disable-warning=ExperimentalWarning', join(CHILDREN, `${name}.main.js`)];
  const child = spawn(process.execPath, [...node, ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told: Told[] = [];
  let complaint = '';
  const listeners = new Set<() => void>();
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  createInterface(child.stdout).on('line', (line) => {
    told.push(JSON.parse(line) as Told);
    for (const listener of [...listeners]) listener();
  });
  const closed = once(child, 'close');
  const said = (at: Told['at'], times = 1) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (told.filter((t) => t.at === at).length < times) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
      void closed.then(() => resolve());
    });
  const ended = async () => {
    await closed;
    if (child.signalCode === 'SIGKILL') return false;
    if (child.exitCode === 0) return true;
    throw new Error(`${name} ended with ${child.exitCode ?? child.signalCode}: ${complaint}`);
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await closed;
  };
  return { told, said, kill, ended };
}

/** Runs a child to its end. */
export async function runChild(name: string, args: readonly string[]): Promise<readonly Told[]> {
  const child = startChild(name, args);
  await child.ended();
  return child.told;
}
