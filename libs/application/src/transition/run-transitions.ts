import {
  BanGiaoError,
  factsOf,
  instantOf,
  planTransitions,
  refuseBrokenCoverage,
  streamOf,
  toCurrent,
  type EventOf,
  type Register,
  type TransitionStep,
  type UnitId,
} from '#domain';
import { eventsOf } from '../streams/events-of.js';
import type { CommandContext } from '../commands/commands.js';
import { freshRegister, isConflict, type CommandPorts } from '../commands/execution.js';
import { toEnvelopes } from '../envelope/envelopes.js';
import { derivedCommandId } from '../envelope/event-id.js';
import type { EventEnvelope, EventLog, ExpectedRevision, Position } from '../ports/event-log.js';

const ATTEMPTS = 5;

/** What running transitions did. */
export interface TransitionsRun {
  readonly subjects: number;
  readonly reassignments: number;
  /** Position of the last reassignment written; absent where nothing was left to write. */
  readonly position?: Position;
}

/**
 * Carries clusters through the transition of every dissolved unit that held something over them.
 * Idempotent: one event per dissolved unit, subject and duty, so a second run writes nothing.
 * Interrupted, it goes on where it stopped when run again.
 */
export async function runTransitions(
  clusterIds: readonly string[],
  context: CommandContext,
  ports: CommandPorts,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<TransitionsRun> {
  const register = await freshRegister(ports);
  const recorded = new RecordedReassignments(ports.log);
  let reassignments = 0;
  let position: Position | undefined;
  for (const [i, id] of clusterIds.entries()) {
    const cluster = register.cluster(id);
    const steps =
      cluster === undefined
        ? []
        : planTransitions(factsOf(cluster, cluster.appointments), register.law, cluster.assignments);
    for (const step of steps) {
      requireCoverage(step, register);
      const written = await write(step, recorded, context, ports);
      reassignments += written.count;
      position = written.position ?? position;
    }
    onProgress(i + 1, clusterIds.length);
  }
  return { subjects: clusterIds.length, reassignments, ...(position === undefined ? {} : { position }) };
}

/** @throws BanGiaoError `COVERAGE_BROKEN` with a counterexample, before anything of the step is written. */
function requireCoverage(step: TransitionStep, register: Register): void {
  const broken = refuseBrokenCoverage(step.events, register);
  if (broken === undefined || broken.ok) return;
  const { code, message, field, value, remedy } = broken.refusal;
  throw new BanGiaoError(code, message, { field, value, remedy });
}

async function write(
  step: TransitionStep,
  recorded: RecordedReassignments,
  context: CommandContext,
  ports: CommandPorts,
): Promise<{ count: number; position?: Position }> {
  for (let attempt = 1; ; attempt += 1) {
    const known = await recorded.of(step.dissolvedUnitId);
    const missing = step.events.filter((e) => !known.pairs.has(pairOf(e)));
    if (missing.length === 0) return { count: 0 };
    try {
      const envelopes = missing.map((event) => envelope(event, step.dissolvedUnitId, context, ports));
      const { position, revision } = await ports.log.append(
        streamOf.transition(step.dissolvedUnitId),
        envelopes,
        known.revision,
      );
      recorded.add(step.dissolvedUnitId, missing, revision);
      return { count: missing.length, position };
    } catch (error) {
      if (!isConflict(error) || attempt >= ATTEMPTS) throw error;
      recorded.forget(step.dissolvedUnitId);
    }
  }
}

function envelope(
  event: EventOf<'responsibility.reassigned'>,
  unitId: UnitId,
  context: CommandContext,
  ports: CommandPorts,
): EventEnvelope {
  const [only] = toEnvelopes([event], {
    commandId: derivedCommandId('transition', unitId, event.data.subjectId, event.data.dutyId),
    correlationId: context.correlationId,
    causationId: context.commandId,
    actor: context.actor,
    recordedAt: instantOf(ports.clock.now()),
  });
  return only as EventEnvelope;
}

function pairOf(event: EventOf<'responsibility.reassigned'>): string {
  return `${event.data.subjectId}\n${event.data.dutyId}`;
}

interface Recorded {
  readonly pairs: ReadonlySet<string>;
  readonly revision: ExpectedRevision;
}

/** What each transition stream holds already, read once per run. */
class RecordedReassignments {
  private readonly known = new Map<UnitId, Recorded>();

  constructor(private readonly log: EventLog) {}

  async of(unitId: UnitId): Promise<Recorded> {
    const known = this.known.get(unitId) ?? (await this.read(unitId));
    this.known.set(unitId, known);
    return known;
  }

  add(unitId: UnitId, events: readonly EventOf<'responsibility.reassigned'>[], revision: number): void {
    const before = this.known.get(unitId)?.pairs ?? [];
    this.known.set(unitId, { pairs: new Set([...before, ...events.map(pairOf)]), revision });
  }

  forget(unitId: UnitId): void {
    this.known.delete(unitId);
  }

  private async read(unitId: UnitId): Promise<Recorded> {
    const pairs = new Set<string>();
    let last: number | undefined;
    for await (const stored of eventsOf(this.log, streamOf.transition(unitId))) {
      const event = toCurrent(stored);
      if (event.type === 'responsibility.reassigned') pairs.add(pairOf(event));
      last = stored.revision;
    }
    return { pairs, revision: last ?? 'no-stream' };
  }
}
