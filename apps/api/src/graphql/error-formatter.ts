import { GraphQLError, type ExecutionResult } from 'graphql';
import { BanGiaoError } from '#domain';

/** What a caller is told of an error: a stable code and what to do, never what is inside. */
export interface ErrorAnswer {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, string>>;
}

/** Told of errors that nobody expected. */
export type LogUnexpected = (error: unknown, correlationId: string) => void;

/** Mercurius wraps validation errors in one error that lists them. */
interface ListedErrors {
  readonly errors?: readonly unknown[];
  readonly statusCode?: number;
}

/** The one place where errors become answers: 200 where something was executed, 400 where the document was refused. */
export function errorFormatter(log: LogUnexpected) {
  return (
    execution: ExecutionResult,
    context: unknown,
  ): { statusCode: number; response: ExecutionResult } => {
    const correlationId = correlationOf(context);
    const all = (execution.errors ?? []).flatMap(flattened);
    const errors = all.map((error) =>
      answerTo(error, correlationId, log),
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

function answerTo(error: unknown, correlationId: string, log: LogUnexpected): ErrorAnswer {
  const at = error instanceof GraphQLError ? placeOf(error) : {};
  const ours = banGiaoErrorIn(error);
  if (ours !== undefined) return { message: ours.message, ...at, extensions: extensionsOf(ours) };
  if (error instanceof GraphQLError && error.originalError === undefined) {
    return {
      message: error.message,
      ...at,
      extensions: { code: 'INVALID_DOCUMENT', ...stringsOf(error.extensions) },
    };
  }
  const message = requestError(error);
  if (message !== undefined) return { message, ...at, extensions: { code: 'INVALID_REQUEST' } };
  log(error, correlationId);
  return { message: 'Something went wrong here.', ...at, extensions: { code: 'INTERNAL', correlationId } };
}

function banGiaoErrorIn(error: unknown): BanGiaoError | undefined {
  if (error instanceof BanGiaoError) return error;
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  return original === undefined ? undefined : banGiaoErrorIn(original);
}

function extensionsOf({ code, field, value, remedy }: BanGiaoError): Record<string, string> {
  return {
    code,
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
    ...(remedy === undefined ? {} : { remedy }),
  };
}

function placeOf({ locations, path }: GraphQLError): Pick<ErrorAnswer, 'locations' | 'path'> {
  return { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) };
}

function stringsOf(extensions: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(extensions).filter((e): e is [string, string] => typeof e[1] === 'string'),
  );
}

/** Errors about the request itself, such as a body that is no JSON or a missing query. */
function requestError(error: unknown): string | undefined {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (!(original instanceof Error) || !('statusCode' in original)) return undefined;
  const { statusCode, message } = original;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? message : undefined;
}

function correlationOf(context: unknown): string {
  const id = (context as { correlationId?: unknown } | undefined)?.correlationId;
  return typeof id === 'string' ? id : 'none';
}
