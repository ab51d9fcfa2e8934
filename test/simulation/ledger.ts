import { eventId, type CommandOutcome, type RecordedEnvelope } from '#application';
import type { World } from './world.js';

type Acknowledged = Extract<CommandOutcome, { readonly ok: true }>;

/** One command as its caller knows it. */
export interface Command {
  readonly id: string;
  readonly name: string;
  readonly expectedRevision?: number;
}

/** What callers were told, to be held against what the log has in the end. */
export class Ledger {
  readonly #acknowledged: { readonly command: Command; readonly outcome: Acknowledged }[] = [];
  /** Refused, and never sent into the unknown before. */
  readonly #refused: Command[] = [];

  constructor(private readonly world: World) {}

  get acknowledged(): number {
    return this.#acknowledged.length;
  }

  acknowledge(command: Command, outcome: Acknowledged): void {
    this.#acknowledged.push({ command, outcome });
  }

  refuse(command: Command): void {
    this.#refused.push(command);
  }

  /** Everything that was acknowledged is in the log as it was said, and nothing is there twice. */
  check(events: readonly RecordedEnvelope[]): void {
    const log = new Recorded(events);
    this.#checkOrder(events);
    this.#checkCommands(log);
    for (const { command, outcome } of this.#acknowledged) this.#checkOutcome(command, outcome, log);
    for (const { id, name } of this.#refused) {
      if (log.byCommand.has(id)) this.world.find(`refused and written: ${name}`);
    }
  }

  #checkOrder(events: readonly RecordedEnvelope[]): void {
    const seen = new Set<string>();
    const revisions = new Map<string, number>();
    let last = -1n;
    for (const { eventId: id, stream, revision, position } of events) {
      if (seen.has(id)) this.world.find(`twice: event ${id} at ${position}`);
      if (BigInt(position) <= last) this.world.find(`position ${position} does not grow`);
      if (revision !== (revisions.get(stream) ?? -1) + 1)
        this.world.find(`gap: ${stream} before ${revision}`);
      seen.add(id);
      revisions.set(stream, revision);
      last = BigInt(position);
    }
  }

  /** The events of a command are those that its id leads to, one after the other in one stream. */
  #checkCommands(log: Recorded): void {
    for (const [commandId, events] of log.byCommand) {
      for (const [i, { eventId: id, stream }] of events.entries()) {
        if (id !== eventId(commandId, i)) this.world.find(`event ${id} is not number ${i} of its command`);
        if (stream !== events[0]?.stream) this.world.find(`command ${commandId} wrote to ${stream} as well`);
      }
    }
  }

  #checkOutcome(command: Command, outcome: Acknowledged, log: Recorded): void {
    const { name, id, expectedRevision } = command;
    const events = log.byCommand.get(id) ?? [];
    const there = events.map((e) => e.eventId);
    if (String(there) !== String(outcome.eventIds)) {
      return this.world.find(
        `lost or changed: ${name} was told ${String(outcome.eventIds)}, and there is ${String(there)}`,
      );
    }
    if (events.at(-1)?.revision !== outcome.revision) this.world.find(`wrong revision: ${name}`);
    if (!isOf(log.byPosition.get(outcome.position), command, outcome.id))
      this.world.find(`wrong position: ${name}`);
    if (expectedRevision !== undefined && events[0]?.revision !== expectedRevision + 1) {
      this.world.find(`written over what its caller had not seen: ${name}`);
    }
  }
}

/** The last event that a command led to, though another command may have come first with a transition. */
function isOf(event: RecordedEnvelope | undefined, { id }: Command, subjectId: string): boolean {
  if (event?.metadata.$causationId === id) return true;
  return event?.type === 'responsibility.reassigned' && event.data.subjectId === subjectId;
}

/** The log, by what is looked for. */
class Recorded {
  readonly byCommand = new Map<string, RecordedEnvelope[]>();
  readonly byPosition = new Map<string, RecordedEnvelope>();

  constructor(events: readonly RecordedEnvelope[]) {
    for (const event of events) {
      const { commandId } = event.metadata;
      this.byCommand.set(commandId, [...(this.byCommand.get(commandId) ?? []), event]);
      this.byPosition.set(event.position, event);
    }
  }
}
