import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendOutcome, Expected, ProposedEvent } from '../model/event.js';
import * as answers from './append-outcome.js';
import { BadRequest, identifierOf, nameOf, toProposed } from './messages.js';
import { errorOf, peerPort, refusalOf, type Refusal, type ServerNode } from './node.js';

type AppendCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** An append that has not arrived whole. */
interface Pending {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: ProposedEvent[];
}

/** Serves the call that a client sends all its appends through. */
export function batchAppend(node: ServerNode): (call: AppendCall) => void {
  return (call) => {
    const stream = new AppendStream(node, call);
    call.on('data', (request: BatchAppendReq) => stream.take(request));
    call.on('end', () => call.end());
  };
}

class AppendStream {
  readonly #pending = new Map<string, Pending>();

  constructor(
    readonly node: ServerNode,
    readonly call: AppendCall,
  ) {}

  take(request: BatchAppendReq): void {
    const id = request.getCorrelationId()?.getString() ?? '';
    try {
      this.#begin(id, request);
      const pending = this.#pending.get(id);
      if (pending === undefined) return;
      pending.events.push(...request.getProposedMessagesList().map(toProposed));
      if (!request.getIsFinal()) return;
      this.#pending.delete(id);
      this.#finish(request, pending);
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      this.#pending.delete(id);
      this.#answer(
        request,
        nameOf(request.getOptions()?.getStreamIdentifier()),
        answers.badRequestAnswer(error.message),
      );
    }
  }

  #begin(id: string, request: BatchAppendReq): void {
    const options = request.getOptions();
    if (options === undefined || this.#pending.has(id)) return;
    const stream = nameOf(options.getStreamIdentifier());
    if (stream === '') throw new BadRequest('An event stream has a name.');
    this.#pending.set(id, { stream, expected: expectedOf(options), events: [] });
  }

  #finish(request: BatchAppendReq, pending: Pending): void {
    const { node, call } = this;
    const refusal = refusalOf(node, 'append', call);
    if (refusal !== undefined) return this.#refuse(request, pending, refusal);
    if (isLate(request)) return this.#answer(request, pending.stream, answers.timeoutAnswer());
    if (node.faults.requestLost.strike('append')) return node.gate.cut(peerPort(call));
    const outcome = this.#forced() ?? node.model.append(pending.stream, pending.events, pending.expected);
    if (node.faults.answerLost.strike('append')) return node.gate.cut(peerPort(call));
    if (node.faults.answerWithheld.strike('append')) return;
    this.#answer(request, pending.stream, answers.batchAnswer(outcome, pending.expected));
  }

  /** What a fault answers instead of the model. */
  #forced(): AppendOutcome | undefined {
    const { faults, model } = this.node;
    const conflict = faults.wrongExpectedVersion.strike('append');
    if (conflict !== undefined) return { kind: 'wrong-expected-version', current: conflict.current };
    if (faults.appendTooLarge.strike('append')) return { kind: 'too-large', limit: model.maxAppendBytes };
    return undefined;
  }

  /** Only the wrong node and a broken server end the whole call; the rest is about one append. */
  #refuse(request: BatchAppendReq, { stream }: Pending, refusal: Refusal): void {
    switch (refusal) {
      case 'silence':
        return;
      case 'not-ready':
        return this.#answer(request, stream, answers.notReadyAnswer());
      case 'deadline':
        return this.#answer(request, stream, answers.timeoutAnswer());
      case 'denied':
        return this.#answer(request, stream, answers.accessDeniedAnswer());
      default:
        this.call.emit('error', errorOf(refusal));
    }
  }

  #answer(request: BatchAppendReq, stream: string, answer: BatchAppendResp): void {
    this.call.write(
      answer.setCorrelationId(request.getCorrelationId()).setStreamIdentifier(identifierOf(stream)),
    );
  }
}

function expectedOf(options: BatchAppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream_exists';
  return Number(options.getStreamPosition());
}

/** Whether the client's own deadline for this append has passed already. */
function isLate(request: BatchAppendReq): boolean {
  const deadline = request.getOptions()?.getDeadline()?.toDate();
  return deadline !== undefined && deadline.getTime() <= Date.now();
}
