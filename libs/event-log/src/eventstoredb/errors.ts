import { convertToCommandError, ErrorType, isCommandError } from '@eventstore/db-client';
import { BanGiaoError } from '#domain';

/** What became of a call to the store, as far as somebody has to act on it. */
export type FailureKind =
  /** The stream is at another revision than expected. */
  | 'conflict'
  | 'too-large'
  | 'stream-deleted'
  | 'access-denied'
  | 'not-this-server'
  /** The server could not make sense of the request. */
  | 'refused'
  /** The server failed inside: it says no more, also of a position that is none. */
  | 'exception'
  /** Nobody answered, or not the right node: the same call may work in a moment. */
  | 'transient';

export interface FailureDetail {
  /** False where the request certainly never left this process. */
  readonly sent: boolean;
  /** Of a conflict: the revision that the stream has, -1 for none. */
  readonly actual?: number;
}

/**
 * A call to the store failed.
 * It says what the client said by type and code only: the client's messages may quote addresses and settings.
 */
export class StoreFailure extends Error {
  readonly sent: boolean;
  readonly actual: number;

  constructor(
    readonly kind: FailureKind,
    readonly summary: string,
    detail: FailureDetail,
  ) {
    super(`The store failed: ${summary}.`);
    this.name = 'StoreFailure';
    this.sent = detail.sent;
    this.actual = detail.actual ?? -1;
  }
}

/** gRPC's numbers, which decide where the client knows no type; all others are of a node that was not there. */
const KIND_OF_CODE = new Map<number, FailureKind>([
  [2, 'exception'],
  [3, 'refused'],
  [7, 'access-denied'],
  [8, 'too-large'],
  [12, 'not-this-server'],
  [16, 'access-denied'],
]);

/** Any error of the client, or of what is under it, as a failure. */
export function failureOf(error: unknown, detail: FailureDetail): StoreFailure {
  if (error instanceof StoreFailure) return error;
  const { type, code, details } = described(error);
  const sent = detail.sent && !NEVER_SENT.test(details);
  const summary = [type ?? 'error without a type', code === undefined ? '' : `code ${code}`, hint(details)];
  return new StoreFailure(kindOf(type, code), summary.filter((part) => part !== '').join(', '), { sent });
}

/** The words of gRPC for a call that found no connection to go out on. */
const NEVER_SENT =
  /^(?:\d+ \w+: )?(?:No connection established|Name resolution failed|Channel closed before call)/;

/** The types that mean something of their own; all others are of a node that was not there or not the right one. */
const KIND_OF_TYPE = new Map<string, FailureKind>([
  [ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED, 'too-large'],
  [ErrorType.STREAM_DELETED, 'stream-deleted'],
  [ErrorType.ACCESS_DENIED, 'access-denied'],
  [ErrorType.UNSUPPORTED, 'not-this-server'],
  [ErrorType.INVALID_ARGUMENT, 'refused'],
]);

function kindOf(type: string | undefined, code: number | undefined): FailureKind {
  if (type === undefined || type === String(ErrorType.UNKNOWN)) return kindOfCode(code);
  return KIND_OF_TYPE.get(type) ?? 'transient';
}

function kindOfCode(code: number | undefined): FailureKind {
  return (code === undefined ? undefined : KIND_OF_CODE.get(code)) ?? 'transient';
}

interface Described {
  readonly type: string | undefined;
  readonly code: number | undefined;
  readonly details: string;
}

function described(error: unknown): Described {
  const converted = convertedBy(error);
  const type = isCommandError(converted) ? String(converted.type) : undefined;
  const { code, details } = error as { readonly code?: unknown; readonly details?: unknown };
  const own = typeof code === 'number' ? code : (converted as { readonly code?: number }).code;
  return { type, code: own, details: typeof details === 'string' ? details : messageOf(error) };
}

/** The client's own reading of an error; it stumbles over answers without the trailers that it looks for. */
function convertedBy(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('no error');
  try {
    return convertToCommandError(error);
  } catch {
    return error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

/** The one word that tells an operator where to look; nothing that a connection string may hold. */
function hint(details: string): string {
  if (/certificate|\bTLS\b|\bSSL\b/i.test(details)) return 'TLS or certificate';
  return (
    /\b(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN)\b/.exec(details)?.[0] ?? ''
  );
}

/** Whether the same call may work in a moment. */
export function mayPass(failure: StoreFailure): boolean {
  return failure.kind === 'transient' || failure.kind === 'exception';
}

/** A failure as one of the port's errors, where nothing can have been written. */
export function toLogError(failure: StoreFailure): BanGiaoError {
  const of = (code: string, message: string, remedy: string) =>
    new BanGiaoError(
      code,
      message,
      { field: 'EVENTSTORE_URL', value: failure.summary, remedy },
      { cause: failure },
    );
  switch (failure.kind) {
    case 'too-large':
      return new BanGiaoError('LOG_APPEND_TOO_LARGE', 'The server takes less in one append.', {
        field: 'events',
        value: failure.summary,
        remedy: 'Append fewer events at a time.',
      });
    case 'stream-deleted':
      return of(
        'LOG_CORRUPT',
        'A stream of the log was deleted on the server.',
        'Restore the server from a backup; nothing of a log may be deleted.',
      );
    case 'access-denied':
      return of(
        'LOG_ACCESS_DENIED',
        'The server does not let this user read or write the log.',
        'Give the user, password or certificate of one that may do both.',
      );
    case 'not-this-server':
      return of(
        'LOG_VERSION_UNSUPPORTED',
        'The server does not know what it is asked.',
        'Use EventStoreDB 23.10 or later, or KurrentDB.',
      );
    case 'refused':
    case 'exception':
    case 'conflict':
    case 'transient':
      return of(
        'LOG_UNAVAILABLE',
        'The log cannot be reached; nothing was written.',
        'Look at the cluster, then try again.',
      );
  }
}
