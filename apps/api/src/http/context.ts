import { randomUUID } from 'node:crypto';
import { commandId, type Actor, type CommandContext } from '#application';

/** What a resolver knows of its request: a fresh object for each, never shared. */
export interface RequestContext {
  readonly actor: Actor;
  readonly correlationId: string;
  /** @throws BanGiaoError `INVALID_INPUT` for a command id that is no UUID. */
  commandContext(givenId: string | null | undefined): CommandContext;
}

/** The context of one request by one actor. */
export function requestContext(actor: Actor): RequestContext {
  const correlationId = randomUUID();
  return {
    actor,
    correlationId,
    commandContext: (givenId) => ({
      actor,
      correlationId,
      commandId: givenId == null ? randomUUID() : commandId(givenId),
    }),
  };
}
