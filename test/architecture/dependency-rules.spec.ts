import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ALLOWED, VIOLATIONS } from './planted.js';

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

const PROJECT = resolve(import.meta.dirname, '../..');
const CONFIG = join(PROJECT, '.dependency-cruiser.cjs');
const CLI = join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** Runs the real tool with the real configuration over a project. */
function cruise(project: string): { readonly violations: readonly Violation[]; readonly cruised: number } {
  const folders = ['apps', 'libs', 'test'];
  const run = spawnSync(process.execPath, [CLI, '--config', CONFIG, '--output-type', 'json', ...folders], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (run.stdout === '') throw new Error(run.stderr);
  const { summary } = JSON.parse(run.stdout) as {
    summary: { violations: Violation[]; totalCruised: number };
  };
  return { violations: summary.violations, cruised: summary.totalCruised };
}

function plant(project: string): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  for (const name of ['package.json', 'tsconfig.json'])
    copyFileSync(join(PROJECT, name), join(project, name));
  for (const name of ['uuid', 'fast-check', '@eventstore/db-client', '@nestjs/cqrs', 'left-behind']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  write('libs/domain/src/inner.ts', 'export {};\n');
  // The other half of the cycle, which is reported once.
  write('libs/domain/src/hen.ts', "import './egg.js';\n");
  for (const [path, imports] of ALLOWED) write(path, `import '${imports}';\n`);
  // Type imports count: they vanish when compiled, what one has to know does not.
  for (const { from, imports, rule } of VIOLATIONS) {
    write(
      from,
      rule === 'domain-knows-no-library' ? `import type {} from '${imports}';\n` : `import '${imports}';\n`,
    );
  }
}

describe('the rules of who may import whom', () => {
  let project: string;
  let reported: readonly { rule: string; from: string; to: string }[];

  beforeAll(() => {
    project = realpathSync(mkdtempSync(join(tmpdir(), 'dependency-rules-')));
    plant(project);
    reported = cruise(project).violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  });
  afterAll(() => rmSync(project, { recursive: true }));

  it.each(VIOLATIONS)('report $rule where $from imports $imports', ({ rule, from, to }) => {
    const of = reported.filter((r) => r.from === from);
    expect(of).toEqual([{ rule, from, to: expect.stringContaining(to) }]);
  });

  it('report nothing else', () => {
    const planted = new Set(VIOLATIONS.map(({ from }) => from));
    expect(reported.filter(({ from }) => !planted.has(from))).toEqual([]);
  });

  it('each have a planted violation', () => {
    const config = createRequire(import.meta.url)(CONFIG) as { forbidden: { name: string }[] };
    const tested = new Set(VIOLATIONS.map(({ rule }) => rule));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
  });

  it('are kept by this project', () => {
    const { violations, cruised } = cruise(PROJECT);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
    expect(cruised).toBeGreaterThan(150);
  });
});
