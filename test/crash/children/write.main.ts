import { join } from 'node:path';
import { isConflict, systemClock, type CommandOutcome, type CommandPorts, type EventLog } from '#application';
import { openSqliteEventLog } from '#event-log';
import { follow, openProjector, openReadModel } from '#read-model';
import { contextOf, STEPS } from './commands.js';
import { answeringEarly } from './answering-early.js';
import { tell } from './tell.js';

/**
 * Runs the real command handlers on the embedded log, several callers at once, and follows it into the read model.
 * Arguments: the data directory, the round of each caller to begin with as JSON, the round to stop before or
 * `for-ever`, and `early` to plant the fault that the proof has to find.
 */
const [dir = '', begin = '[]', end = 'for-ever', fault] = process.argv.slice(2);
const begins = JSON.parse(begin) as readonly number[];
const limit = end === 'for-ever' ? Number.POSITIVE_INFINITY : Number(end);

tell({ at: 'loaded' });
const file = join(dir, 'log.sqlite');
const readModelFile = join(dir, 'read-model.sqlite');
const real = await openSqliteEventLog({ file, mode: 'read-write' });
const log: EventLog = fault === 'early' ? answeringEarly(real) : real;
const projector = openProjector({ file: readModelFile });
const stop = new AbortController();
const following = follow(real, projector, stop.signal);
following.catch((error: unknown) => {
  process.stderr.write(`Following has stopped: ${String(error)}\n`);
  process.exit(1);
});
const readModel = openReadModel({ file: readModelFile });
const ports: CommandPorts = { log, readModel, clock: systemClock, leadRules: [] };
tell({ at: 'open' });

await Promise.all(begins.map((round, lane) => call(lane, round)));
const head = await log.head();
if (head !== undefined) await readModel.waitFor(head, 30_000);
stop.abort();
await following;
readModel.close();
projector.close();
await real.close();
tell({ at: 'done' });

/** One caller: a round after the other, each command once the one before is answered. */
async function call(lane: number, first: number): Promise<void> {
  for (let round = first; round < limit; round += 1) {
    const before: Extract<CommandOutcome, { readonly ok: true }>[] = [];
    for (const [step, run] of STEPS.entries()) {
      const context = contextOf({ lane, round }, step);
      const outcome = await untilItCounts(() => run({ lane, round }, before, context, ports));
      if (!outcome.ok) throw new Error(`${lane}.${round}.${step}: ${JSON.stringify(outcome.refusal)}`);
      const { commandId } = context;
      tell({ at: 'acknowledged', command: { lane, round, step, commandId, outcome } });
      before.push(outcome);
    }
  }
}

/** As a caller does who is told of a conflict: the same command again. */
async function untilItCounts(command: () => Promise<CommandOutcome>): Promise<CommandOutcome> {
  for (;;) {
    try {
      return await command();
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
  }
}
