import type { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, CommandOutcome } from '#application';
import type { RequestContext } from '../http/context.js';
import { naming } from './command-failure.js';
import { withoutNulls } from './without-nulls.js';

/** Carries a mutation out: its answer is what was written, or the refusal. */
export async function executeCommand<I extends { readonly commandId?: string }>(
  commands: CommandBus,
  input: I,
  request: RequestContext,
  toCommand: (input: Omit<I, 'commandId'>, context: CommandContext) => object,
): Promise<object> {
  const { commandId, ...given } = input;
  const context = request.commandContext(commandId);
  const command = toCommand(withoutNulls(given), context);
  const outcome = await naming(context, () => commands.execute<object, CommandOutcome>(command));
  return outcome.ok ? outcome : outcome.refusal;
}
