import type { AppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { StoreFailure } from '../errors.js';
import type { Placed, StoredEvent } from '../store-client.js';

/** @throws StoreFailure `conflict` where the stream was not as expected. */
export function placed(response: AppendResp): Placed {
  const success = response.getSuccess();
  const position = success?.getPosition();
  if (success === undefined || position === undefined) throw conflict(response);
  return {
    revision: Number(success.getCurrentRevision()),
    position: {
      commit: BigInt(position.getCommitPosition()),
      prepare: BigInt(position.getPreparePosition()),
    },
  };
}

function conflict(response: AppendResp): StoreFailure {
  const wrong = response.getWrongExpectedVersion();
  if (wrong === undefined) return new StoreFailure('transient', 'an answer without a place', { sent: true });
  const actual = wrong.hasCurrentRevision() ? Number(wrong.getCurrentRevision()) : -1;
  return new StoreFailure('conflict', 'wrong expected version', { sent: true, actual });
}

/** The event of a message; undefined for a message that carries none. */
export function storedEvent(response: ReadResp): StoredEvent | undefined {
  const event = response.getEvent()?.getEvent();
  if (event === undefined) return undefined;
  return {
    id: event.getId()?.getString() ?? '',
    type: event.getMetadataMap().get('type') ?? '',
    stream: text(event.getStreamIdentifier()?.getStreamName_asU8()),
    revision: Number(event.getStreamRevision()),
    position: {
      commit: BigInt(event.getCommitPosition()),
      prepare: BigInt(event.getPreparePosition()),
    },
    data: text(event.getData_asU8()),
    metadata: text(event.getCustomMetadata_asU8()),
  };
}

function text(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) return '';
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
