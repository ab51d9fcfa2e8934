import { setTimeout as wait } from 'node:timers/promises';
import { escalateOverdue, SERVICE_OFFICE, type Actor, type CommandPorts } from '#application';
import { BanGiaoError, localDateAt } from '#domain';
import type { Report } from './reference-data.js';

/** Who brings late tasks before a chairman: nobody, the calendar does. */
export const ESCALATING: Actor = { id: 'escalation', office: SERVICE_OFFICE, role: 'system' };

export interface EscalationOptions {
  readonly ports: CommandPorts;
  /** Pause before the first look and between two. */
  readonly intervalMs: number;
  readonly report: Report;
}

/** Looks for late tasks every now and then; what is away is waited for, and another error is told and tried again. */
export class EscalationLoop {
  readonly #stopping = new AbortController();
  readonly #ended: Promise<void>;
  #told: string | undefined;

  constructor(private readonly options: EscalationOptions) {
    this.#ended = this.#run();
  }

  /** Resolves when nothing of it is under way any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#ended;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    for (;;) {
      await wait(this.options.intervalMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await this.#look(signal);
    }
  }

  async #look(signal: AbortSignal): Promise<void> {
    const { ports, report } = this.options;
    const reasons = new Set<string>();
    let escalated = 0;
    try {
      const on = localDateAt(ports.clock.now());
      for await (const outcome of escalateOverdue(ports, { on, actor: ESCALATING, signal })) {
        if (outcome.ok) escalated += 1;
        else reasons.add(`${outcome.refusal.code}: ${outcome.refusal.message}`);
      }
    } catch (error) {
      reasons.add(error instanceof BanGiaoError ? `${error.code}: ${error.message}` : String(error));
    }
    if (signal.aborted) return;
    if (escalated > 0) report(`${escalated} late tasks brought before the chairmen of their provinces`);
    this.#complain([...reasons].sort().join('; '));
  }

  /** Says why something is not escalated, once as long as it stays the same. */
  #complain(why: string): void {
    if (why !== '' && why !== this.#told) this.options.report(`not escalated: ${why}`);
    this.#told = why;
  }
}
