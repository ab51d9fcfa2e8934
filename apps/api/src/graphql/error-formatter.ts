import { randomUUID } from 'node:crypto';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { describeError, type ErrorAnswer } from './error-answer.js';

/** Told of errors that nobody expected. */
export type LogUnexpected = (error: unknown, correlationId: string) => void;

/** Mercurius wraps validation errors in one error that lists them. */
interface ListedErrors {
  readonly errors?: readonly unknown[];
}

/** The one place where errors become answers: 200 where something was executed, 400 where the document was refused. */
export function errorFormatter(log: LogUnexpected) {
  return (
    execution: ExecutionResult,
    context: unknown,
  ): { statusCode: number; response: ExecutionResult } => {
    const correlationId = correlationOf(context);
    const all = (execution.errors ?? []).flatMap(flattened);
    const errors = all.map(
      (error) => describeError(error) ?? unexpected(error, correlationId, log),
    ) as unknown as readonly GraphQLError[];
    const executed = execution.data !== null && execution.data !== undefined;
    const reached = executed || all.some((e) => e instanceof GraphQLError && e.path !== undefined);
    return { statusCode: reached ? 200 : 400, response: { data: execution.data ?? null, errors } };
  };
}

function flattened(error: unknown): readonly unknown[] {
  const listed =
    (error as ListedErrors).errors ??
    ((error as GraphQLError).originalError as ListedErrors | undefined)?.errors;
  return listed === undefined || listed.length === 0 ? [error] : listed.flatMap(flattened);
}

function unexpected(error: unknown, correlationId: string, log: LogUnexpected): ErrorAnswer {
  log(error, correlationId);
  const path = error instanceof GraphQLError ? error.path : undefined;
  return {
    message: 'Something went wrong here.',
    ...(path === undefined ? {} : { path }),
    extensions: { code: 'INTERNAL', correlationId, remedy: 'Tell the operator the correlation id.' },
  };
}

/** A request that was refused before it had a context is still found again in the log. */
function correlationOf(context: unknown): string {
  const id = (context as { correlationId?: unknown } | undefined)?.correlationId;
  return typeof id === 'string' ? id : randomUUID();
}
