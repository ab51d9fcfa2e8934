import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

/** `npm run simulate -- --seeds 1000 --seed 17`: so many simulations of each log, from a seed on. */
const { values } = parseArgs({ options: { seeds: { type: 'string' }, seed: { type: 'string' } } });
const env = { ...process.env };
if (values.seeds !== undefined) env.SIMULATION_SEEDS = values.seeds;
if (values.seed !== undefined) env.SIMULATION_SEED = values.seed;

const node = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
const jest = [
  'node_modules/jest/bin/jest.js',
  'test/simulation',
  '--testNamePattern',
  'with all that goes wrong',
];
const child = spawn(process.execPath, [...node, ...jest], { env, stdio: 'inherit' });
child.once('exit', (code) => (process.exitCode = code ?? 1));
