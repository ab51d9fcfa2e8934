import { cpSync, globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bangiao } from '../e2e/cli.js';
import { importedDataDir } from '../e2e/imported.js';
import { newDataDir, removeDataDir, startService, type RunningService } from '../e2e/service.js';
import { until } from '../e2e/until.js';
import { asShown, examplesOf } from './examples.js';

/** Pages by where they are asked: each group after a first start of its own. */
const PAGES: readonly (readonly [name: string, pages: readonly string[]])[] = [
  ['the tutorial', ['docs/tutorial/first-questions.md']],
  [
    'how to settle an open question, and to hand over a cluster',
    ['docs/how-to/settle-an-open-question.md', 'docs/how-to/hand-over-a-cluster.md'],
  ],
  ['the reference', ['docs/reference/graphql.md']],
  // The page on corrections records one: it comes last.
  ['the answers', globSync('docs/how-to/answers/*.md').sort((a, b) => orderOf(a) - orderOf(b))],
];

function orderOf(page: string): number {
  return page.includes('corrections') ? Infinity : Number(/\d+/.exec(page)?.[0]);
}

let imported: string;
beforeAll(async () => {
  imported = await importedDataDir();
}, 180_000);
afterAll(() => removeDataDir(imported));

/** The moment that a page tells its reader to note. */
function notedIn(answer: unknown): string | undefined {
  const { data } = answer as { data?: { log?: { readModel?: { recordedAt?: string } } } | null };
  return data?.log?.readModel?.recordedAt;
}

describe.each(PAGES)('the examples of %s, asked in their order after a first start', (_name, pages) => {
  let service: RunningService;
  let noted: string | undefined;
  beforeAll(async () => {
    const dataDir = newDataDir();
    cpSync(imported, dataDir, { recursive: true });
    service = await startService({}, dataDir);
  }, 60_000);
  afterAll(async () => {
    await service.stop();
    removeDataDir(service.dataDir);
  });

  it.each(pages.flatMap(examplesOf))('$name', async ({ question, shown }) => {
    // A reader is slower than the read model; it has followed the page's last mutation before he asks on.
    await until(
      () => service.query('{ log { caughtUp } }'),
      ({ data }) => (data as { log: { caughtUp: boolean } }).log.caughtUp,
    );
    const answer = await service.query(question, question.includes('$noted') ? { noted } : {});
    noted = notedIn(answer) ?? noted;
    if (shown === undefined) expect(answer.errors).toBeUndefined();
    else expect(asShown(answer, shown)).toEqual(shown);
  });
});

describe('docs/how-to/copy-a-log.md and add-a-replica.md', () => {
  const page = readFileSync('docs/how-to/copy-a-log.md', 'utf8');
  const shown = /^(\d+) [0-9a-f]{64}$/m.exec(page)?.[1];

  it('are right that a copied log and a snapshot give the digest again, with all national data', async () => {
    const elsewhere = newDataDir();
    const snapshot = `${elsewhere}/replica.snapshot`;
    try {
      const copied = await bangiao(imported, ['copy-log', '--from', imported, '--to', elsewhere]);
      expect(copied.stdout).toMatch(
        new RegExp(`^${shown} events = 0 there already [+] ${shown} written, all compared\n`),
      );
      const taken = await bangiao(imported, ['snapshot', '--out', snapshot]);
      expect(taken.stdout).toMatch(new RegExp(`^${shown} [0-9a-f]{64}\n$`));
      const begun = await bangiao(elsewhere, ['rebuild', '--from-snapshot', snapshot]);
      expect(begun.stdout).toBe(taken.stdout);
      expect((await bangiao(imported, ['digest'])).stdout).toBe(taken.stdout);
    } finally {
      removeDataDir(elsewhere);
    }
  }, 90_000);
});

describe('docs/how-to/rebuild-and-compare.md', () => {
  const page = readFileSync('docs/how-to/rebuild-and-compare.md', 'utf8');

  it('is right that a rebuild and a copied log give the digest again', async () => {
    const elsewhere = newDataDir();
    cpSync(`${imported}/log.sqlite`, `${elsewhere}/log.sqlite`);
    const digest = await bangiao(imported, ['digest']);
    const shown = /^(\d+) [0-9a-f]{64}$/m.exec(page)?.[1];
    expect(digest.stdout).toMatch(new RegExp(`^${shown} [0-9a-f]{64}\\n$`));
    expect((await bangiao(elsewhere, ['digest'])).stdout).toBe(digest.stdout);
    expect((await bangiao(imported, ['rebuild'])).stdout).toBe(digest.stdout);
    removeDataDir(elsewhere);
  }, 60_000);

  it('counts the answers of the day after as the export has them', async () => {
    const { stdout } = await bangiao(imported, ['export', 'assignments', '--valid-at', '2025-07-01']);
    const statuses = stdout.trim().split('\n').slice(1);
    const shown = [...page.matchAll(/^ +(\d+) ([A-Z_]+)$/gm)];
    expect(shown.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(statuses.length);
    for (const [, count, status = ''] of shown)
      expect(statuses.filter((row) => row.split(',')[3] === status)).toHaveLength(Number(count));
  }, 60_000);
});
