import type { ServiceError } from '@grpc/grpc-js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { Direction, StoredEvent } from '../model/event.js';
import { InvalidPosition, NoRecordBoundary, type Position } from '../model/log.js';
import { Answers, type ReadCall } from './answers.js';
import { wantedBy } from './filter.js';
import { nameOf, notFoundAnswer, positionOf } from './messages.js';
import { errorOf, refusalOf, type ServerNode } from './node.js';
import * as status from './status.js';
import { subscribeToAll, subscribeToStream } from './subscription.js';

/** Serves reads and subscriptions, which are one call on the wire. */
export function read(node: ServerNode): (call: ReadCall) => void {
  return (call) => {
    const options = call.request.getOptions();
    if (options === undefined) return void call.emit('error', status.unknown('No options.'));
    const kind = options.hasSubscription() ? 'subscribe' : 'read';
    const answers = new Answers(node, call, kind);
    const refusal = refusalOf(node, kind, call);
    if (refusal === 'silence') return;
    if (refusal !== undefined) return answers.fail(errorOf(refusal));
    serve(node, answers, options).catch((error: unknown) => answers.fail(asError(error, kind)));
  };
}

async function serve(node: ServerNode, answers: Answers, options: ReadReq.Options): Promise<void> {
  const subscribes = options.hasSubscription();
  if (options.hasStream()) {
    return subscribes ? subscribeToStream(node, answers, options) : readStream(node, answers, options);
  }
  return subscribes ? subscribeToAll(node, answers, options) : readAll(node, answers, options);
}

/** A read of no events at all never ends on the real server. */
async function readAll({ model }: ServerNode, answers: Answers, options: ReadReq.Options): Promise<void> {
  if (Number(options.getCount()) === 0) return;
  const { filter } = wantedBy(options);
  await send(answers, model.log.read(direction(options, allStart(options)), filter));
}

async function readStream({ model }: ServerNode, answers: Answers, options: ReadReq.Options): Promise<void> {
  if (Number(options.getCount()) === 0)
    return answers.fail(status.unknown('Unexpected ReadStreamResult: Error'));
  const request = options.getStream();
  const name = nameOf(request?.getStreamIdentifier());
  const from = request?.hasStart() ? 'start' : request?.hasEnd() ? 'end' : Number(request?.getRevision());
  const found = model.readStream(name, direction(options, from));
  switch (found.kind) {
    case 'events':
      return send(answers, found.events);
    case 'not-found':
      await answers.message(notFoundAnswer(name));
      return answers.end();
    case 'deleted':
      return answers.fail(status.streamDeleted(name));
  }
}

async function send(answers: Answers, events: readonly StoredEvent[]): Promise<void> {
  for (const event of events) {
    await answers.event(event);
    if (answers.ended) return;
  }
  answers.end();
}

function allStart(options: ReadReq.Options): Position | 'start' | 'end' {
  const all = options.getAll();
  const position = all?.getPosition();
  if (position !== undefined) return positionOf(position);
  return all?.hasEnd() ? 'end' : 'start';
}

function direction<From>(options: ReadReq.Options, from: From | 'start' | 'end'): Direction<From> {
  const backwards = options.getReadDirection() === streamsPb.ReadReq.Options.ReadDirection.BACKWARDS;
  return { from, backwards, maxCount: Number(options.getCount()) };
}

/** The server words its own failures as it happens to. */
function asError(error: unknown, kind: 'read' | 'subscribe'): ServiceError {
  const isBoundary = error instanceof NoRecordBoundary;
  if (!isBoundary && !(error instanceof InvalidPosition)) throw error;
  return isBoundary && kind === 'read' ? status.unknown('Unexpected ReadAllResult: Error') : status.thrown();
}
