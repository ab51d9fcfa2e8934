import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import type { Expected } from '../model/event.js';
import type { Endpoint } from './faults.js';

/** The server's numbers for what is no revision. */
const EXPECTED_NUMBER: Readonly<Record<string, number>> = { no_stream: -1, any: -2, stream_exists: -4 };

/** Answers that a call fails with, as the server words them; the client reads the trailer `exception`. */
function failure(
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): ServiceError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

export const unavailable = (): ServiceError => failure(status.UNAVAILABLE, 'Connection dropped');

export const notReady = (): ServiceError => failure(status.UNAVAILABLE, 'Server Is Not Ready');

export const deadlineExceeded = (): ServiceError => failure(status.DEADLINE_EXCEEDED, 'Deadline exceeded');

/** What the client makes of a stream that a stopping server resets. */
export const reset = (): ServiceError =>
  failure(status.INTERNAL, 'Received RST_STREAM with code 2 (Internal server error)');

export const accessDenied = (): ServiceError =>
  failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const unauthenticated = (): ServiceError =>
  failure(status.UNAUTHENTICATED, 'Bad gRPC response. HTTP status code: 401');

export const notLeader = (leader: Endpoint): ServiceError =>
  failure(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });

export const streamDeleted = (stream: string): ServiceError =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const appendTooLarge = (limit: number): ServiceError =>
  failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

/** Of a deletion; an append has an answer for it. */
export function wrongExpectedVersion(
  stream: string,
  expected: Expected,
  current: number | undefined,
): ServiceError {
  const [wanted, actual] = [String(EXPECTED_NUMBER[expected] ?? expected), String(current ?? -1)];
  const versions = `Stream: ${stream}, Expected version: ${wanted}, Actual version: ${actual}`;
  return failure(status.FAILED_PRECONDITION, `Delete failed due to WrongExpectedVersion. ${versions}`, {
    exception: 'wrong-expected-version',
    ...{ 'stream-name': stream, 'expected-version': wanted, 'actual-version': actual },
  });
}

/** What an exception inside the server becomes: it tells nothing but that there was one. */
export const thrown = (): ServiceError => unknown('Exception was thrown by handler.');

export const unknown = (details: string): ServiceError => failure(status.UNKNOWN, details);

export const tooSlow = (): ServiceError =>
  failure(
    status.ABORTED,
    'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
  );
