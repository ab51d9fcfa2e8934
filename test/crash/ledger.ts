import type { EventLog, RecordedEnvelope } from '#application';
import type { Acknowledged } from './children/tell.js';
import { STEPS } from './children/commands.js';

const PAGE = 1_000;

/** What was acknowledged over many lives of a process, held against what the log has. */
export class Ledger {
  /** Everything that is not as promised, in words; empty is the proof. */
  readonly findings: string[] = [];
  /** Commands that were written and whose answer a kill swallowed. */
  answersLost = 0;
  readonly #acknowledged = new Map<string, Acknowledged>();
  readonly #byId = new Map<string, RecordedEnvelope>();
  readonly #byPosition = new Map<string, RecordedEnvelope>();
  readonly #revisions = new Map<string, number>();
  readonly #commands = new Set<string>();
  #last: RecordedEnvelope | undefined;

  get events(): number {
    return this.#byId.size;
  }

  get acknowledged(): number {
    return this.#acknowledged.size;
  }

  /** The round that a caller has to begin with: the first that is not acknowledged whole. */
  nextRound(lane: number): number {
    const last = STEPS.length - 1;
    const done = [...this.#acknowledged.values()].filter((a) => a.lane === lane && a.step === last);
    return 1 + Math.max(-1, ...done.map((a) => a.round));
  }

  /** Takes what one life of the process acknowledged, and looks for it in the log. */
  async check(told: readonly Acknowledged[], log: EventLog): Promise<void> {
    const before = new Set(this.#commands);
    await this.#readOn(log);
    for (const command of told) this.#take(command);
    for (const id of this.#commands) {
      if (!before.has(id) && !this.#acknowledged.has(id)) this.answersLost += 1;
    }
  }

  /** Everything again from the first event on, for all that was ever acknowledged. */
  async checkFromTheStart(log: EventLog): Promise<Ledger> {
    const fresh = new Ledger();
    await fresh.check([...this.#acknowledged.values()], log);
    return fresh;
  }

  /** Each stream's events without what differs from run to run; the callers' order in a shared stream does. */
  streams(): ReadonlyMap<string, readonly string[]> {
    const streams = new Map<string, string[]>();
    for (const { stream, eventId, type, data } of this.#byId.values()) {
      const known = streams.get(stream) ?? [];
      streams.set(stream, [...known, `${eventId} ${type} ${JSON.stringify(data)}`]);
    }
    for (const [stream, events] of streams) if (stream.startsWith('transition-')) events.sort();
    return streams;
  }

  async #readOn(log: EventLog): Promise<void> {
    for (;;) {
      const page = await log.readAll(this.#last?.position, { maxCount: PAGE });
      if (page.length === 0) return;
      for (const event of page) this.#record(event);
    }
  }

  #record(event: RecordedEnvelope): void {
    const { eventId, stream, revision, position } = event;
    if (this.#byId.has(eventId)) this.findings.push(`twice: event ${eventId} at ${position}`);
    if (Number(position) !== Number(this.#last?.position ?? 0) + 1)
      this.findings.push(`gap before ${position}`);
    if (revision !== (this.#revisions.get(stream) ?? -1) + 1) {
      this.findings.push(`gap: ${stream} goes on with revision ${revision}`);
    }
    this.#byId.set(eventId, event);
    this.#byPosition.set(position, event);
    this.#revisions.set(stream, revision);
    this.#commands.add(commandOf(event));
    this.#last = event;
  }

  #take(command: Acknowledged): void {
    const { commandId, outcome } = command;
    const first = this.#acknowledged.get(commandId)?.outcome;
    if (first !== undefined && !sameAnswer(first, outcome)) {
      this.findings.push(`another answer to the retry of ${nameOf(command)}`);
    }
    if (first === undefined) this.#acknowledged.set(commandId, command);
    const missing = outcome.eventIds.filter((id) => !this.#byId.has(id));
    if (missing.length > 0) this.findings.push(`lost: ${nameOf(command)}, events ${missing.join(', ')}`);
    else this.#requirePlace(command);
  }

  #requirePlace(command: Acknowledged): void {
    const { commandId, outcome } = command;
    const last = this.#byId.get(outcome.eventIds.at(-1) ?? '');
    if (last?.revision !== outcome.revision) this.findings.push(`wrong revision: ${nameOf(command)}`);
    const at = this.#byPosition.get(outcome.position);
    if (at === undefined || commandOf(at) !== commandId)
      this.findings.push(`wrong position: ${nameOf(command)}`);
  }
}

/** The command of the caller; what follows from one is another's, and names it as its cause. */
function commandOf({ metadata }: RecordedEnvelope): string {
  return metadata.$causationId;
}

/** A registration whose transition was still to come is answered with the place of its last event then. */
function sameAnswer(first: Acknowledged['outcome'], again: Acknowledged['outcome']): boolean {
  return first.revision === again.revision && String(first.eventIds) === String(again.eventIds);
}

function nameOf({ lane, round, step, commandId }: Acknowledged): string {
  return `command ${commandId} (caller ${lane}, round ${round}, step ${step})`;
}
