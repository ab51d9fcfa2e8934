import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendOutcome, AppendSuccess, Expected, ProposedEvent } from '../model/event.js';
import { BadRequest, nameOf, toProposed } from './messages.js';
import { errorOf, peerPort, refusalOf, type ServerNode } from './node.js';
import * as status from './status.js';

type AppendCall = ServerReadableStream<AppendReq, AppendResp>;
type Answer = sendUnaryData<AppendResp>;

/** Serves the call of one append, which the client uses where an append has credentials of its own. */
export function append(node: ServerNode): (call: AppendCall, answer: Answer) => void {
  return (call, answer) => {
    let options: AppendReq.Options | undefined;
    const events: ProposedEvent[] = [];
    call.on('data', (request: AppendReq) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message === undefined) return;
      try {
        events.push(toProposed(message));
      } catch (error) {
        if (!(error instanceof BadRequest)) throw error;
        answer(status.thrown());
      }
    });
    // A connection that is cut ends the request too, with a part of the events: the real server writes none of them.
    const whole = () => !call.cancelled && finish(node, call, answer, options, events);
    call.on('end', () => setImmediate(whole));
  };
}

function finish(
  node: ServerNode,
  call: AppendCall,
  answer: Answer,
  options: AppendReq.Options | undefined,
  events: readonly ProposedEvent[],
): void {
  const refusal = refusalOf(node, 'append', call);
  if (refusal === 'silence' || options === undefined) return;
  if (refusal !== undefined) return answer(errorOf(refusal));
  const { faults, gate, model } = node;
  if (faults.requestLost.strike('append')) return gate.cut(peerPort(call));
  const stream = nameOf(options.getStreamIdentifier());
  const expected = expectedRevision(options);
  const outcome = forced(node) ?? model.append(stream, events, expected);
  if (faults.answerLost.strike('append')) return gate.cut(peerPort(call));
  if (faults.answerWithheld.strike('append')) return;
  give(answer, outcome, stream, expected);
}

function forced({ faults, model }: ServerNode): AppendOutcome | undefined {
  const conflict = faults.wrongExpectedVersion.strike('append');
  if (conflict !== undefined) return { kind: 'wrong-expected-version', current: conflict.current };
  if (faults.appendTooLarge.strike('append')) return { kind: 'too-large', limit: model.maxAppendBytes };
  return undefined;
}

function give(answer: Answer, outcome: AppendOutcome, stream: string, expected: Expected): void {
  switch (outcome.kind) {
    case 'written':
    case 'repeated':
      return answer(null, new streamsPb.AppendResp().setSuccess(success(outcome)));
    case 'wrong-expected-version':
      return answer(
        null,
        new streamsPb.AppendResp().setWrongExpectedVersion(conflict(outcome.current, expected)),
      );
    case 'stream-deleted':
      return answer(status.streamDeleted(stream));
    case 'too-large':
      return answer(status.appendTooLarge(outcome.limit));
  }
}

function success({ revision, position }: AppendSuccess): AppendResp.Success {
  const answer = new streamsPb.AppendResp.Success();
  if (revision === undefined) answer.setNoStream(new sharedPb.Empty());
  else answer.setCurrentRevision(String(revision));
  const text = String(position);
  return answer.setPosition(
    new streamsPb.AppendResp.Position().setCommitPosition(text).setPreparePosition(text),
  );
}

function conflict(current: number | undefined, expected: Expected): AppendResp.WrongExpectedVersion {
  const details = new streamsPb.AppendResp.WrongExpectedVersion();
  if (current === undefined) details.setCurrentNoStream(new sharedPb.Empty());
  else details.setCurrentRevision(String(current));
  switch (expected) {
    case 'any':
      return details.setExpectedAny(new sharedPb.Empty());
    case 'no_stream':
      return details.setExpectedNoStream(new sharedPb.Empty());
    case 'stream_exists':
      return details.setExpectedStreamExists(new sharedPb.Empty());
    default:
      return details.setExpectedRevision(String(expected));
  }
}

/** What a request of any call on one stream says of its revision. */
export function expectedRevision(options: {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
  getRevision(): string;
}): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream_exists' : Number(options.getRevision());
}
