import type { handleUnaryCall, ServiceError } from '@grpc/grpc-js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type {
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendOutcome } from '../model/event.js';
import { expectedRevision } from './append.js';
import { nameOf } from './messages.js';
import { errorOf, refusalOf, type CallContext, type ServerNode } from './node.js';
import * as status from './status.js';

/** Serves the deletion of a stream that can be written again. */
export function deleteStream(node: ServerNode): handleUnaryCall<DeleteReq, DeleteResp> {
  return (call, answer) => {
    const removed = remove(node, call, call.request, (...of) => node.model.deleteStream(...of));
    if ('error' in removed) return removed.error && answer(removed.error);
    const position = new streamsPb.DeleteResp.Position().setCommitPosition(removed.position);
    answer(null, new streamsPb.DeleteResp().setPosition(position.setPreparePosition(removed.position)));
  };
}

/** Serves the deletion for ever. */
export function tombstone(node: ServerNode): handleUnaryCall<TombstoneReq, TombstoneResp> {
  return (call, answer) => {
    const removed = remove(node, call, call.request, (...of) => node.model.tombstoneStream(...of));
    if ('error' in removed) return removed.error && answer(removed.error);
    const position = new streamsPb.TombstoneResp.Position().setCommitPosition(removed.position);
    answer(null, new streamsPb.TombstoneResp().setPosition(position.setPreparePosition(removed.position)));
  };
}

function remove(
  node: ServerNode,
  call: CallContext,
  request: DeleteReq | TombstoneReq,
  run: (...of: Parameters<ServerNode['model']['deleteStream']>) => AppendOutcome,
): { readonly position: string } | { readonly error: ServiceError | undefined } {
  const refusal = refusalOf(node, 'delete', call);
  if (refusal !== undefined) return { error: refusal === 'silence' ? undefined : errorOf(refusal) };
  const options = request.getOptions();
  if (options === undefined) return { error: status.unknown('No options.') };
  const stream = nameOf(options.getStreamIdentifier());
  const expected = expectedRevision(options);
  const outcome = run(stream, expected);
  switch (outcome.kind) {
    case 'written':
    case 'repeated':
      return { position: String(outcome.position) };
    case 'wrong-expected-version':
      return { error: status.wrongExpectedVersion(stream, expected, outcome.current) };
    case 'stream-deleted':
      return { error: status.streamDeleted(stream) };
    case 'too-large':
      return { error: status.appendTooLarge(outcome.limit) };
  }
}
