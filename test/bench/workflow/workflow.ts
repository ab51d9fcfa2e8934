import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openProjector, openReadModel } from '#read-model';
import { timed, type Result } from '../measure.js';
import { batches, recorded } from '../synthetic.js';
import type { WorkflowLog } from './log.js';
import { benchDiff } from './diff.js';
import { comparing } from './measured.js';
import { benchProgress } from './progress.js';
import { benchWorklists } from './worklists.js';

const BATCH = 5_000;

/**
 * What offices ask about the work, in process, each beside the naive way to answer it from the same file.
 * `share` of the questions is asked.
 */
export async function benchWorkflow(dir: string, log: WorkflowLog, share = 1): Promise<readonly Result[]> {
  const file = join(dir, 'workflow.sqlite');
  const projector = openProjector({ file });
  const projected = await timed(() => {
    for (const batch of batches(recorded(log.events()), BATCH)) projector.project(batch);
  });
  projector.close();
  process.stderr.write(
    `  ${log.total} events, ${log.clusters} clusters, projected in ${Math.round(projected)} ms\n`,
  );
  const readModel = openReadModel({ file });
  const db = new DatabaseSync(file, { readOnly: true });
  const compare = comparing(share);
  const size = `${log.total.toLocaleString('en')} events`;
  try {
    return [
      ...benchProgress(compare, readModel, db, size),
      ...benchDiff(compare, readModel, log),
      ...benchWorklists(compare, readModel, db, log),
    ];
  } finally {
    db.close();
    readModel.close();
  }
}
