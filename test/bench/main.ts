import { cpus } from 'node:os';
import { BanGiaoError } from '#domain';
import { benchAppends } from './appends.js';
import { benchHttp } from './http.js';
import { table, type Result } from './measure.js';
import { readOptions, type BenchOptions } from './options.js';
import { benchPointQueries } from './point-queries.js';
import { benchRebuildBeside } from './rebuild-beside.js';
import { benchReplay } from './replay.js';
import { benchSize } from './size/size.js';
import { WorkflowLog } from './workflow/log.js';
import { benchWorkflow } from './workflow/workflow.js';
import { Workspace } from './workspace.js';

const POINT_EVENTS = 1_000_000;

type Part = (dir: string) => Promise<readonly Result[]>;

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof BanGiaoError ? error.describe() : String(error)}\n`);
  process.exitCode = 1;
}

/** Each benchmark prints its baseline of the same run beside it; name some to run only those. */
async function run(): Promise<void> {
  const workspace = new Workspace();
  const tables: string[] = [];
  const parts: Readonly<Record<string, (options: BenchOptions) => Part>> = {
    appends: () => benchAppends,
    replay: () => benchReplay,
    points: () => (dir) => benchPointQueries(dir, POINT_EVENTS),
    size:
      ({ events, plot }) =>
      async (dir) => {
        const found = await benchSize(workspace, dir, events, plot);
        tables.push(found.tables);
        return found.results;
      },
    workflow:
      ({ events }) =>
      (dir) =>
        benchWorkflow(dir, new WorkflowLog(events)),
    http: () => benchHttp,
    'rebuild-beside': () => (dir) => benchRebuildBeside(workspace, dir),
  };
  const options = readOptions(process.argv.slice(2), Object.keys(parts));
  const results: Result[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (options.parts.length > 0 && !options.parts.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    results.push(...(await workspace.within(part(options))));
  }
  const all = [`Node ${process.versions.node}, ${cpus().length} cores`, table(results), ...tables];
  process.stdout.write(`${all.join('\n\n')}\n`);
}
