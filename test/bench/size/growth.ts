import { loadavg } from 'node:os';
import { BanGiaoError } from '#domain';
import { requireFree, type Workspace } from '../workspace.js';
import { bytesOf, logFile, readModelFile } from './files.js';
import { eventsOf, subjectsFor } from './national-log.js';
import type { Finding, Phase, QuestionTimes } from './protocol.js';
import { runPhase } from './run-phase.js';

/** Sizes at which is measured, as shares of the largest. */
const SHARES = [0.1, 0.2, 0.5, 1] as const;

/** Where the digest of what was followed is compared with the one of what was rebuilt. */
const COMPARED: readonly number[] = [0.1, 1];

/** Bytes that an event takes in the log and in a read model, with room for the write-ahead logs. */
const LOG_BYTES = 850;
const READ_MODEL_BYTES = 800;

/** Seconds of the processor and of the clock for one event, and the most memory of the process. */
export interface PhaseCost {
  readonly microsPerEvent: number;
  readonly cpuMicrosPerEvent: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** Everything measured at one size. */
export interface AtSize {
  readonly events: number;
  readonly append: PhaseCost;
  readonly replay: PhaseCost;
  readonly rebuild: PhaseCost;
  readonly read: PhaseCost;
  readonly questions: Readonly<Record<string, QuestionTimes>>;
  readonly logBytes: number;
  readonly readModelBytes: number;
  readonly load: number;
}

/** Memory that a benchmark of this size leaves on the disk at once: the log, a read model, and the one beside it. */
export function bytesNeeded(events: number): number {
  return events * (LOG_BYTES + 2 * READ_MODEL_BYTES);
}

/** Lets one log grow from size to size and measures at each. */
export async function measureGrowth(
  workspace: Workspace,
  dir: string,
  events: number,
): Promise<{ readonly sizes: readonly AtSize[]; readonly emptyMegabytes: number }> {
  requireFree(dir, bytesNeeded(events));
  const run = (phase: Phase) => runPhase(workspace, phase);
  const { peakMegabytes: emptyMegabytes } = await run({ kind: 'empty' });
  const sizes: AtSize[] = [];
  let from = 0;
  for (const share of SHARES) {
    const to = subjectsFor(events * share);
    sizes.push(await atSize(run, dir, from, to, COMPARED.includes(share)));
    from = to;
  }
  return { sizes, emptyMegabytes };
}

async function atSize(
  run: (phase: Phase) => Promise<Finding>,
  dir: string,
  from: number,
  to: number,
  compared: boolean,
): Promise<AtSize> {
  const events = eventsOf(to);
  const added = events - (from === 0 ? 0 : eventsOf(from));
  const tell = (what: string, { seconds, peakMegabytes }: Finding) =>
    process.stderr.write(
      `  ${events.toLocaleString('en')} events: ${what} ${seconds.toFixed(1)} s, ${peakMegabytes.toFixed(0)} MB, load ${loadavg()[0]?.toFixed(1)}\n`,
    );
  const told = async (phase: Phase): Promise<Finding> => {
    const found = await run(phase);
    tell(phase.kind, found);
    return found;
  };
  const append = await told({ kind: 'append', dir, from, to });
  const logBytes = bytesOf(logFile(dir), dir) / events;
  const read = await told({ kind: 'read', dir });
  const replay = await told({ kind: 'replay', dir });
  const followed = compared ? await told({ kind: 'digest', dir }) : undefined;
  const rebuilt = await told({ kind: 'rebuild', dir });
  if (followed !== undefined) requireSame(events, followed, rebuilt);
  const readModelBytes = bytesOf(readModelFile(dir), dir) / events;
  const asked = await told({ kind: 'ask', dir, subjects: to });
  return {
    events,
    append: cost(append, added),
    replay: cost(replay, added),
    rebuild: cost(rebuilt, events),
    read: cost(read, events),
    questions: asked.questions ?? {},
    logBytes,
    readModelBytes,
    load: loadavg()[0] ?? 0,
  };
}

function cost({ seconds, cpuSeconds, peakMegabytes }: Finding, events: number): PhaseCost {
  const micros = 1e6 / events;
  return {
    microsPerEvent: seconds * micros,
    cpuMicrosPerEvent: cpuSeconds * micros,
    seconds,
    peakMegabytes,
  };
}

/** A fast wrong read model is worth nothing: what was followed and what was rebuilt are the same. */
function requireSame(events: number, followed: Finding, rebuilt: Finding): void {
  if (followed.digest !== undefined && followed.digest === rebuilt.digest) return;
  throw new BanGiaoError('BENCH_DIGESTS_DIFFER', `Followed and rebuilt differ at ${events} events.`, {
    field: 'digest',
    value: `${followed.digest} and ${rebuilt.digest}`,
    remedy: 'Find out which of the two is wrong before anything else.',
  });
}
