import type { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, CommandOutcome } from '#application';
import type { RequestContext } from '../http/context.js';
import { naming } from './command-failure.js';
import { withoutNulls } from './without-nulls.js';

/** Carries a mutation out: its answer is what was written, or the refusal. */
export async function executeCommand<Given extends object>(
  commands: CommandBus,
  Command: new (given: Given, by: CommandContext) => object,
  // The command alone says what it has to be given.
  input: NoInfer<Given> & { readonly commandId?: string },
  request: RequestContext,
): Promise<object> {
  const { commandId, ...given } = input;
  const context = request.commandContext(commandId);
  const command = new Command(withoutNulls(given) as Given, context);
  const outcome = await naming(context, () => commands.execute<object, CommandOutcome>(command));
  return outcome.ok ? outcome : outcome.refusal;
}
