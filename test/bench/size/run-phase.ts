import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Workspace } from '../workspace.js';
import type { Finding, Phase } from './protocol.js';

const SCRIPT = join(import.meta.dirname, 'phase.main.js');

/** Runs a phase in a process of its own. */
export function runPhase(workspace: Workspace, phase: Phase): Promise<Finding> {
  const child = fork(SCRIPT, [JSON.stringify(phase)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const found = new Promise<Finding>((resolve, reject) => {
    let finding: Finding | undefined;
    child.once('message', (message) => (finding = message as Finding));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (finding !== undefined && code === 0) resolve(finding);
      else reject(new Error(`The phase ${phase.kind} ended with ${code ?? signal}.`));
    });
  });
  return workspace.stopping(() => child.kill('SIGKILL'), found);
}
