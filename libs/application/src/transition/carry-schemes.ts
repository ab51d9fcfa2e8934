import { instantOf, planCarry, streamOf } from '#domain';
import type { CommandContext } from '../commands/commands.js';
import { freshRegister, isConflict, type CommandPorts } from '../commands/execution.js';
import { toEnvelopes } from '../envelope/envelopes.js';
import { derivedCommandId } from '../envelope/event-id.js';
import type { Position } from '../ports/event-log.js';
import type { RegisterView } from '../register/register-view.js';

const ATTEMPTS = 5;

/** What carrying schemes along did. */
export interface SchemesCarried {
  /** Ids of the schemes that got another executing unit. */
  readonly schemeIds: readonly string[];
  readonly eventIds: readonly string[];
  /** Position of the last change written, and revision of its stream; absent where none was owed. */
  readonly last?: { readonly position: Position; readonly revision: number };
}

/**
 * Gives schemes the executing unit that their own became part of, one append for each.
 * Idempotent: a scheme that is owed nothing is left alone. Interrupted, it goes on where it stopped when run again.
 */
export async function carrySchemes(
  schemeIds: Iterable<string>,
  context: CommandContext,
  ports: CommandPorts,
): Promise<SchemesCarried> {
  const register = await freshRegister(ports);
  const carried: string[] = [];
  const eventIds: string[] = [];
  let last: SchemesCarried['last'];
  for (const id of schemeIds) {
    const written = await carry(id, register, context, ports);
    if (written === undefined) continue;
    carried.push(id);
    eventIds.push(...written.eventIds);
    last = { position: written.position, revision: written.revision };
  }
  return { schemeIds: carried, eventIds, ...(last === undefined ? {} : { last }) };
}

interface Written {
  readonly eventIds: readonly string[];
  readonly position: Position;
  readonly revision: number;
}

async function carry(
  id: string,
  first: RegisterView,
  context: CommandContext,
  ports: CommandPorts,
): Promise<Written | undefined> {
  let register = first;
  for (let attempt = 1; ; attempt += 1) {
    const scheme = ports.readModel.schemes.scheme(id, register.knownSeq);
    if (scheme === undefined) return undefined;
    const { organisations } = register;
    const owed = planCarry(scheme, organisations, (org) => register.organisation(org)?.registration.name);
    if (owed.length === 0) return undefined;
    const envelopes = toEnvelopes(owed, {
      // What is owed follows from the stream as it stands: at this revision it is the same again.
      commandId: derivedCommandId('carry-scheme', id, String(scheme.revision)),
      correlationId: context.correlationId,
      causationId: context.commandId,
      actor: context.actor,
      recordedAt: instantOf(ports.clock.now()),
    });
    try {
      const appended = await ports.log.append(streamOf.scheme(id), envelopes, scheme.revision);
      return { ...appended, eventIds: envelopes.map(({ eventId }) => eventId) };
    } catch (error) {
      if (!isConflict(error) || attempt >= ATTEMPTS) throw error;
      register = await freshRegister(ports);
    }
  }
}
