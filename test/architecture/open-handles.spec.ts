import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '../..');

/** What a careless file does, and what it is told to have left open. */
const CARELESS = {
  Worker: `import { Worker } from 'node:worker_threads';
    test('starts', () => { new Worker('setInterval(() => {}, 100)', { eval: true }).unref(); });`,
  TCPServerWrap: `import { createServer } from 'node:http';
    test('starts', (done) => { createServer().listen(0, '127.0.0.1', () => done()); });`,
  ProcessWrap: `import { spawn } from 'node:child_process';
    test('starts', () => { spawn(process.execPath, ['-e', 'setTimeout(() => {}, 15000)'], { stdio: 'ignore' }); });`,
} as const;

const CAREFUL = `import { Worker } from 'node:worker_threads';
  import { createServer } from 'node:http';
  const thread = new Worker('setInterval(() => {}, 100)', { eval: true });
  const server = createServer().listen(0, '127.0.0.1');
  afterAll(async () => { await thread.terminate(); server.close(); });
  test('starts', (done) => { server.once('listening', done); });`;

interface Results {
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
  }[];
}

describe('a spec file that leaves something open', () => {
  let folder: string;
  let results: Results;

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'open-handles-')));
    for (const [name, text] of Object.entries({ ...CARELESS, careful: CAREFUL }))
      writeFileSync(join(folder, `${name}.test.mjs`), text);
    const config = JSON.stringify({
      rootDir: folder,
      testEnvironment: join(PROJECT, 'test/environment/no-leaks.js'),
      testMatch: ['**/*.test.mjs'],
      moduleFileExtensions: ['mjs', 'js'],
      transform: {},
    });
    const jest = [join(PROJECT, 'node_modules/jest/bin/jest.js'), '--config', config];
    const run = spawnSync(
      process.execPath,
      ['--experimental-vm-modules', ...jest, '--json', '--forceExit', '--maxWorkers', '2'],
      { cwd: folder, encoding: 'utf8', timeout: 25_000 },
    );
    if (run.stdout === '') throw new Error(run.stderr);
    results = JSON.parse(run.stdout) as Results;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const of = (name: string) => results.testResults.find((r) => r.name.endsWith(`${name}.test.mjs`));

  it.each(Object.keys(CARELESS))('fails for its %s', (name) => {
    expect(of(name)?.status).toBe('failed');
    expect(of(name)?.message).toContain(`This file leaves open: ${name}.`);
  });

  it('passes if it closes what it opened', () => {
    expect(of('careful')).toMatchObject({ status: 'passed', message: '' });
    expect(results.numRuntimeErrorTestSuites).toBe(Object.keys(CARELESS).length);
  });
});
