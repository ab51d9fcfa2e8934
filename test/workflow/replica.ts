import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, CommandPorts, EventEnvelope, EventLog, ExpectedRevision } from '#application';
import { openProjector, openReadModel } from '#read-model';
import type { Seeded } from '../random/seeded.js';
import type { MemoryLog } from './memory-log.js';

/** A process died there; whatever it had not written is gone with it. */
export class Crash extends Error {}

/** A process with its read model: it reads what it lacks of the log when it asks where the log ends. */
export class Replica {
  readonly ports: CommandPorts;
  /** How often an append kills the process, before or after it is written. */
  crashing = 0;
  readonly #folder = mkdtempSync(join(tmpdir(), 'ban-giao-workflow-'));
  readonly #projector;
  readonly #readModel;
  #read = 0;

  constructor(
    private readonly log: MemoryLog,
    private readonly random: Seeded,
    clock: Clock,
  ) {
    const file = join(this.#folder, 'read-model.sqlite');
    this.#projector = openProjector({ file });
    this.#readModel = openReadModel({ file });
    this.ports = { log: this.#asUsed(), readModel: this.#readModel, clock, leadRules: [] };
  }

  close(): void {
    this.#readModel.close();
    this.#projector.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The log as the process uses it: others have their turn before each call is carried out. */
  #asUsed(): EventLog {
    const { log } = this;
    return {
      append: async (stream, events, expected) => {
        await this.#others();
        return this.#append(stream, events, expected);
      },
      readStream: (stream, from, options) => log.readStream(stream, from, options),
      readAll: (after, options) => log.readAll(after, options),
      subscribe: () => log.subscribe(),
      head: async () => {
        await this.#others();
        this.#follow();
        return log.head();
      },
      close: () => log.close(),
    };
  }

  async #append(stream: string, events: readonly EventEnvelope[], expected: ExpectedRevision) {
    if (this.random.chance(this.crashing)) throw new Crash('before the append');
    const result = await this.log.append(stream, events, expected);
    if (this.random.chance(this.crashing)) throw new Crash('after the append');
    return result;
  }

  #follow(): void {
    const missing = this.log.events.slice(this.#read);
    if (missing.length > 0) this.#projector.project(missing);
    this.#read += missing.length;
  }

  async #others(): Promise<void> {
    for (let turns = this.random.below(4); turns > 0; turns -= 1) await Promise.resolve();
  }
}
