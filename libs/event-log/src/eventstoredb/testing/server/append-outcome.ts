import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import type { Message } from 'google-protobuf';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import codePb from '@eventstore/db-client/generated/code_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendOutcome, AppendSuccess, Expected } from '../model/event.js';
import { allPosition } from './messages.js';

/** What the model or a refusal says of one append in a stream of appends, as its answer. */
export function batchAnswer(outcome: AppendOutcome, expected: Expected): BatchAppendResp {
  switch (outcome.kind) {
    case 'written':
    case 'repeated':
      return new streamsPb.BatchAppendResp().setSuccess(success(outcome));
    case 'wrong-expected-version':
      return failed(
        'WrongExpectedVersion',
        wrongVersion(outcome.current, expected),
        codePb.Code.ALREADY_EXISTS,
      );
    case 'stream-deleted':
      return failed('StreamDeleted', new sharedPb.StreamDeleted(), codePb.Code.NOT_FOUND);
    case 'too-large':
      return failed(
        'MaximumAppendSizeExceeded',
        new sharedPb.MaximumAppendSizeExceeded().setMaxappendsize(outcome.limit),
        codePb.Code.INVALID_ARGUMENT,
      );
  }
}

export const accessDeniedAnswer = (): BatchAppendResp =>
  failed('AccessDenied', new sharedPb.AccessDenied(), codePb.Code.PERMISSION_DENIED);

export const timeoutAnswer = (): BatchAppendResp =>
  failed('Timeout', new sharedPb.Timeout(), codePb.Code.DEADLINE_EXCEEDED);

export const badRequestAnswer = (message: string): BatchAppendResp =>
  failed('BadRequest', new sharedPb.BadRequest().setMessage(message), codePb.Code.INVALID_ARGUMENT);

/** The client does not know what these details say, and gives an `UnknownError` with the message. */
export function notReadyAnswer(): BatchAppendResp {
  const details = new anyPb.Any();
  details.pack(new emptyPb.Empty().serializeBinary(), 'google.protobuf.Empty');
  return new streamsPb.BatchAppendResp().setError(
    new statusPb.Status().setMessage('Server Is Not Ready').setDetails(details),
  );
}

function failed(name: string, details: Message, code: number): BatchAppendResp {
  const packed = new anyPb.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${name}`);
  const status = new statusPb.Status().setCode(code).setMessage(name).setDetails(packed);
  return new streamsPb.BatchAppendResp().setError(status);
}

function success({
  revision,
  position,
}: AppendSuccess): InstanceType<typeof streamsPb.BatchAppendResp.Success> {
  const answer = new streamsPb.BatchAppendResp.Success();
  if (revision === undefined) answer.setNoStream(new emptyPb.Empty());
  else answer.setCurrentRevision(String(revision));
  return answer.setPosition(allPosition(position));
}

function wrongVersion(current: number | undefined, expected: Expected): Message {
  const details = new sharedPb.WrongExpectedVersion();
  if (current === undefined) details.setCurrentNoStream(new emptyPb.Empty());
  else details.setCurrentStreamRevision(String(current));
  switch (expected) {
    case 'any':
      return details.setExpectedAny(new emptyPb.Empty());
    case 'no_stream':
      return details.setExpectedNoStream(new emptyPb.Empty());
    case 'stream_exists':
      return details.setExpectedStreamExists(new emptyPb.Empty());
    default:
      return details.setExpectedStreamPosition(String(expected));
  }
}
