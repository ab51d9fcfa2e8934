import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

/** `npm run crash -- --kills 2000 --seed 17`: the crash proofs, as long as wanted, and again from a seed. */
const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const env = { ...process.env };
if (values.kills !== undefined) env.CRASH_KILLS = values.kills;
if (values.seed !== undefined) env.CRASH_SEED = values.seed;

const node = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
const jest = ['node_modules/jest/bin/jest.js', 'test/crash'];
const child = spawn(process.execPath, [...node, ...jest], { env, stdio: 'inherit' });
child.once('exit', (code) => (process.exitCode = code ?? 1));
