import { isRetryable, type CommandContext } from '#application';
import { BanGiaoError } from '#domain';

/** An error of a command that may be sent again: it names the id under which it is then written once. */
export class CommandFailure extends BanGiaoError {
  constructor(
    error: BanGiaoError,
    readonly commandId: string,
  ) {
    const { code, message, field, value, remedy } = error;
    super(
      code,
      message,
      {
        ...(field === undefined ? {} : { field }),
        ...(value === undefined ? {} : { value }),
        remedy: `${remedy === undefined ? '' : `${remedy} `}Send the same input again with commandId ${commandId}: what was written is found and not written twice.`,
      },
      { cause: error },
    );
  }
}

/** Executes a command; a failure that a later try may get past tells the command's id, also to who gave none. */
export async function naming<T>({ commandId }: CommandContext, execute: () => Promise<T>): Promise<T> {
  try {
    return await execute();
  } catch (error) {
    throw isRetryable(error) ? new CommandFailure(error, commandId) : error;
  }
}
