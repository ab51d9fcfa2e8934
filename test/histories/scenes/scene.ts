import {
  COMMAND_HANDLERS,
  derivedCommandId,
  freshRegister,
  type CommandOutcome,
  type CommandPorts,
} from '#application';

/** Plays every command of a concept, so that each of its events is written at least once. */
export type Scene = (stage: Stage) => Promise<void>;

/** Provenance and source of what the scenes record; nothing of it is true. */
export const SAID = { provenance: 'STATED', source: 'Recorded history' } as const;
export const REASON = 'Decided for the recorded history.';

/** Where a scene is played: the running service, and who acts. */
export class Stage {
  #commands = 0;

  constructor(
    readonly ports: CommandPorts,
    private readonly name: string,
  ) {}

  /**
   * Runs a command by its handler, as the command bus does, and answers the revision it wrote.
   * @throws Error where it is refused.
   */
  async run(
    make: (context: {
      actor: { id: string; office: string; role: string };
      commandId: string;
      correlationId: string;
    }) => object,
    office = 'UBND_TINH:15@2025-07-01',
    person = 'a1',
  ): Promise<number> {
    const outcome = await this.outcome(make, office, person);
    if (!outcome.ok) throw new Error(`Scene ${this.name}: ${JSON.stringify(outcome.refusal)}`);
    return outcome.revision;
  }

  /** Runs a command that may be refused. */
  async outcome(
    make: Parameters<Stage['run']>[0],
    office = 'UBND_TINH:15@2025-07-01',
    person = 'a1',
  ): Promise<CommandOutcome> {
    this.#commands += 1;
    const commandId = derivedCommandId('scene', this.name, String(this.#commands));
    const actor = { id: person, office, role: 'registrar' };
    const command = make({ actor, commandId, correlationId: commandId });
    const name = command.constructor.name.replace(/Command$/, 'Handler');
    const Handler = COMMAND_HANDLERS.find((handler) => handler.name === name);
    if (Handler === undefined) throw new Error(`No handler ${name}`);
    const outcome = await (
      new Handler(this.ports) as { execute(c: object): Promise<CommandOutcome> }
    ).execute(command);
    await freshRegister(this.ports);
    return outcome;
  }
}
