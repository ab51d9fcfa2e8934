import {
  derivedCommandId,
  isRetryable,
  type Clock,
  type CommandContext,
  type CommandOutcome,
  type EventLog,
} from '#application';
import { LAO_CAI_LEAD } from '../../libs/domain/src/testing/index.js';
import { nextWish, type Wish } from './commands.js';
import type { Command, Ledger } from './ledger.js';
import type { Replica } from './replica.js';
import type { World } from './world.js';

/** A replica as callers reach it. */
export interface Service {
  readonly replica: Replica;
  readonly log: EventLog;
}

const JUMPS = 0.3;
const MINUTE = 60_000;
const DAY = 86_400_000;
const GIVES_UP = 0.02;
/** A caller loses patience and asks another replica, while the first may still be at it. */
const IMPATIENT = 0.2;
const LOOKS_ELSEWHERE = 0.5;
const PATIENCE_MS = 20_000;

/** One who writes, by a clock of his own that jumps; what fails he sends again under the same id. */
export class Caller {
  #offset = 0;

  constructor(
    private readonly world: World,
    private readonly ledger: Ledger,
    private readonly services: readonly [Service, ...Service[]],
    private readonly name: string,
  ) {}

  async give(commands: number): Promise<void> {
    for (let n = 0; n < commands; n += 1) {
      await this.world.pause(700);
      if (this.world.mischief(JUMPS)) this.#jump();
      const { replica } = this.#anyService();
      const wish = nextWish(this.world.random, replica.readModel);
      const commandId = derivedCommandId('simulation', String(this.world.random.seed), this.name, String(n));
      const context = {
        commandId,
        correlationId: commandId,
        actor: { id: this.name, office: 'UBND_TINH:38@origin', role: 'registrar' },
      };
      await this.#insist(wish, context, `${this.name}.${n} ${wish.kind}`);
    }
  }

  /** Sends a command until it is answered; answers to the same command are held against each other. */
  async #insist(wish: Wish, context: CommandContext, name: string): Promise<void> {
    const { expectedRevision } = wish;
    const command = {
      id: context.commandId,
      name,
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
    };
    const twice = this.world.mischief(IMPATIENT);
    const beside = twice ? this.#later(wish, context, command) : undefined;
    await this.#untilAnswered(wish, context, command, !twice);
    await beside;
  }

  async #later(wish: Wish, context: CommandContext, command: Command): Promise<void> {
    await this.world.pause(300);
    await this.#untilAnswered(wish, context, command, false);
  }

  async #untilAnswered(wish: Wish, context: CommandContext, command: Command, alone: boolean): Promise<void> {
    for (let certain = alone; ; certain = false) {
      const service = this.#anyService();
      try {
        const outcome = await wish.send(context, this.#portsOf(service));
        return await this.#answered(command, outcome, certain);
      } catch (error) {
        if (!isRetryable(error)) return this.world.find(`${command.name} failed: ${String(error)}`);
        this.world.note(`told ${error.code}`, command.name);
      }
      if (this.world.mischief(GIVES_UP)) return this.world.note('given up', command.name);
      await this.world.pause(1_000);
    }
  }

  async #answered(command: Command, outcome: CommandOutcome, certain: boolean): Promise<void> {
    if (!outcome.ok) {
      this.world.note(`refused ${outcome.refusal.code}`, command.name);
      if (certain) this.ledger.refuse(command);
      return;
    }
    this.world.note('acknowledged', `${command.name} at ${outcome.position}`);
    this.ledger.acknowledge(command, outcome);
    if (this.world.random.chance(LOOKS_ELSEWHERE)) await this.#look(command, outcome);
  }

  /** What was acknowledged is found on every replica that has come to its position. */
  async #look(
    { name }: Command,
    { position, eventIds }: Extract<CommandOutcome, { ok: true }>,
  ): Promise<void> {
    const { replica } = this.#anyService();
    try {
      await replica.readModel.waitFor(position, PATIENCE_MS);
    } catch (error) {
      if (!isRetryable(error)) throw error;
      return this.world.note('a replica is behind', replica.name);
    }
    const missing = eventIds.filter((id) => replica.readModel.eventById(id) === undefined);
    if (missing.length > 0)
      this.world.find(`${name} is not on ${replica.name}, which has come to its position`);
  }

  #portsOf({ replica, log }: Service) {
    return { log, readModel: replica.readModel, clock: this.#clock, leadRules: [LAO_CAI_LEAD] };
  }

  readonly #clock: Clock = { now: () => new Date(Date.now() + this.#offset) };

  #jump(): void {
    const size = this.world.random.pick([MINUTE, 60 * MINUTE, DAY, 3 * DAY]);
    this.#offset += (this.world.random.chance(0.5) ? 1 : -1) * this.world.random.below(size);
    this.world.note('a clock jumps', `${this.name} to ${this.#offset}`);
  }

  #anyService(): Service {
    return this.world.random.pick(this.services);
  }
}
