import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ProposedEvent, StoredEvent } from '../model/event.js';
import type { Position } from '../model/log.js';

const TICKS_PER_MS = 10_000n;
const UUID_TEXT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An event as a client sends it, whichever call it came with. */
interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

/** Something of a message that the server cannot read. */
export class BadRequest extends Error {}

/** @throws BadRequest for an id that is no UUID or nothing but zeros, and for an event without a type. */
export function toProposed(message: ProposedMessage): ProposedEvent {
  const id = message.getId()?.getString() ?? '';
  if (!UUID_TEXT.test(id)) throw new BadRequest('Guid should contain 32 digits with 4 dashes.');
  if (/^[0-]*$/u.test(id)) throw new BadRequest('Empty eventId provided.');
  const headers = message.getMetadataMap();
  const type = headers.get('type') ?? '';
  if (type === '') throw new BadRequest('Empty eventType provided.');
  return {
    id: id.toLowerCase(),
    type,
    isJson: headers.get('content-type') === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** The name of a stream out of a message. */
export function nameOf(identifier: StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

export function identifierOf(name: string): StreamIdentifier {
  return new sharedPb.StreamIdentifier().setStreamName(new Uint8Array(Buffer.from(name, 'utf8')));
}

export function allPosition(position: bigint): InstanceType<typeof sharedPb.AllStreamPosition> {
  const text = String(position);
  return new sharedPb.AllStreamPosition().setCommitPosition(text).setPreparePosition(text);
}

/** A position out of a message. */
export function positionOf(message: { getCommitPosition(): string; getPreparePosition(): string }): Position {
  return { commit: BigInt(message.getCommitPosition()), prepare: BigInt(message.getPreparePosition()) };
}

export function eventAnswer(event: StoredEvent): ReadResp {
  const recorded = new streamsPb.ReadResp.ReadEvent.RecordedEvent()
    .setId(new sharedPb.UUID().setString(event.id))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(String(event.position))
    .setPreparePosition(String(event.position))
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.isJson ? 'application/json' : 'application/octet-stream')
    .set('created', String(BigInt(event.created) * TICKS_PER_MS));
  const readEvent = new streamsPb.ReadResp.ReadEvent().setEvent(recorded);
  return new streamsPb.ReadResp().setEvent(readEvent.setCommitPosition(String(event.position)));
}

export function confirmationAnswer(id: string): ReadResp {
  const confirmation = new streamsPb.ReadResp.SubscriptionConfirmation().setSubscriptionId(id);
  return new streamsPb.ReadResp().setConfirmation(confirmation);
}

export function caughtUpAnswer(): ReadResp {
  return new streamsPb.ReadResp().setCaughtUp(new streamsPb.ReadResp.CaughtUp());
}

export function checkpointAnswer(position: bigint): ReadResp {
  const text = String(position);
  const checkpoint = new streamsPb.ReadResp.Checkpoint().setCommitPosition(text).setPreparePosition(text);
  return new streamsPb.ReadResp().setCheckpoint(checkpoint);
}

export function notFoundAnswer(stream: string): ReadResp {
  const notFound = new streamsPb.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream));
  return new streamsPb.ReadResp().setStreamNotFound(notFound);
}
