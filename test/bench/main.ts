import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchAppends } from './appends.js';
import { benchHttp } from './http.js';
import { table, type Result } from './measure.js';
import { benchPointQueries } from './point-queries.js';
import { benchReplay } from './replay.js';

const EVENTS = 1_000_000;

/** Each benchmark prints its baseline of the same run beside it; name some to run only those. */
const BENCHMARKS: Readonly<Record<string, (dir: string) => Promise<readonly Result[]>>> = {
  appends: benchAppends,
  replay: benchReplay,
  points: (dir) => benchPointQueries(dir, EVENTS),
  http: benchHttp,
};

const chosen = process.argv.slice(2);
const results: Result[] = [];
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  const dir = mkdtempSync(join(tmpdir(), 'ban-giao-bench-'));
  try {
    results.push(...(await run(dir)));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
process.stdout.write(`Node ${process.versions.node}, ${cpus().length} cores\n\n${table(results)}\n`);
