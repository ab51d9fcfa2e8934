import { GraphQLError, Kind, TokenKind, type Token } from 'graphql';
import { isRetryable } from '#application';
import { BanGiaoError } from '#domain';
import { CommandFailure } from './command-failure.js';

/** What a caller is told of an error: a stable code and what to do, never what is inside. */
export interface ErrorAnswer {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, string | true>>;
}

/** Longest value or message that is repeated to the caller. */
const MAX_REPEATED = 300;

/** The answer to an error that a caller can do something about; undefined for any other. */
export function describeError(error: unknown): ErrorAnswer | undefined {
  const at = error instanceof GraphQLError ? placeOf(error) : {};
  const ours = banGiaoErrorIn(error);
  if (ours !== undefined)
    return { message: short(ours.message), ...at, extensions: { ...detailOf(ours), ...whereGiven(error) } };
  if (error instanceof GraphQLError && isAboutRequest(error)) {
    const { code, remedy } = error.message.startsWith('Variable ') ? INVALID_INPUT : INVALID_DOCUMENT;
    const extensions = { code, remedy, ...whereGiven(error), ...textsOf(error.extensions) };
    return { message: withReason(error.message), ...at, extensions };
  }
  const message = requestError(error);
  return message === undefined
    ? undefined
    : {
        message: short(message),
        ...at,
        extensions: { code: 'INVALID_REQUEST', remedy: 'Send a GraphQL request as JSON.' },
      };
}

/**
 * The error with what a caller is told of it. GraphQL copies `extensions` into the errors that it makes of this one, and
 * where a subscription begins they reach the client as they are.
 */
export function speaking(error: BanGiaoError): BanGiaoError {
  return Object.assign(error, { extensions: describeError(error)?.extensions });
}

const INVALID_DOCUMENT = {
  code: 'INVALID_DOCUMENT',
  remedy: 'Correct the document; the schema says what there is.',
};
const INVALID_INPUT = {
  code: 'INVALID_INPUT',
  remedy: 'Correct the variable; the schema says what it takes.',
};

function placeOf({ locations, path }: GraphQLError): Pick<ErrorAnswer, 'locations' | 'path'> {
  return { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) };
}

function banGiaoErrorIn(error: unknown): BanGiaoError | undefined {
  if (error instanceof BanGiaoError) return error;
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  return original === undefined ? undefined : banGiaoErrorIn(original);
}

function detailOf(error: BanGiaoError): Record<string, string | true> {
  const { code, field, value, remedy } = error;
  const commandId = error instanceof CommandFailure ? error.commandId : undefined;
  return {
    ...textsOf({ code, field, value: value === undefined ? undefined : short(value), remedy, commandId }),
    ...(isRetryable(error) ? { retryable: true } : {}),
  };
}

/**
 * True for what GraphQL itself finds wrong with a document or its variables.
 * What it finds wrong with an answer has a path, and is our fault.
 */
function isAboutRequest(error: GraphQLError): boolean {
  if (error.path !== undefined) return /^(Argument|Variable) "/.test(error.message);
  const { originalError } = error;
  return (
    originalError === undefined || (originalError instanceof GraphQLError && isAboutRequest(originalError))
  );
}

/** The variable or argument in which a value was given, down to the field that is missing or unknown there. */
function whereGiven(error: unknown): { readonly field?: string } {
  if (!(error instanceof GraphQLError)) return {};
  const variable = /^Variable "\$(\w+)"(?:.*? at "([\w.[\]]+)";)?/s.exec(error.message);
  const inside = / Field "(\w+)" (?:of required type|is not defined by)/.exec(reasonOf(error.message))?.[1];
  const place = variable?.[2] ?? variable?.[1];
  const field = place === undefined ? argumentOf(error) : [place, inside].filter(Boolean).join('.');
  return field === undefined ? {} : { field };
}

/** What GraphQL says is wrong with a variable, after the whole value of it. */
function reasonOf(message: string): string {
  const end = message.startsWith('Variable ') ? message.lastIndexOf('; ') : -1;
  return end < 0 ? '' : message.slice(end + 1);
}

/** A long value is cut, the reason behind it is not. */
function withReason(message: string): string {
  const reason = reasonOf(message);
  const value = message.slice(0, message.length - reason.length);
  return value.length > MAX_REPEATED ? `${short(value)};${reason}` : message;
}

function argumentOf({ nodes }: GraphQLError): string | undefined {
  const node = nodes?.[0];
  if (node === undefined || node.kind === Kind.VARIABLE_DEFINITION) return undefined;
  const colon: Token | null | undefined = node.loc?.startToken.prev;
  const name = colon?.kind === TokenKind.COLON ? colon.prev : undefined;
  return name?.kind === TokenKind.NAME ? name.value : undefined;
}

function textsOf(values: Readonly<Record<string, unknown>> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Errors about the request itself, such as a body that is no JSON. */
function requestError(error: unknown): string | undefined {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (!(original instanceof Error) || !('statusCode' in original)) return undefined;
  const { statusCode, message } = original;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? message : undefined;
}

function short(text: string): string {
  return text.length > MAX_REPEATED ? `${text.slice(0, MAX_REPEATED)}…` : text;
}
