import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { StorePosition } from '../position.js';
import type { ProposedEvent, ReadAllOptions, ReadFrom } from '../store-client.js';

const { Empty, StreamIdentifier, UUID } = sharedPb;
const { Options } = streamsPb.ReadReq;
const { FORWARDS, BACKWARDS } = Options.ReadDirection;

/** Which of the server's events are ours: those of a prefix, or all but the server's own. */
export interface Wanted {
  readonly streamPrefix: string;
}

/** The messages of one append: where it goes, then each event. */
export function* appendRequests(
  stream: string,
  events: readonly ProposedEvent[],
  expected: number,
): Generator<AppendReq> {
  const options = new streamsPb.AppendReq.Options().setStreamIdentifier(identifier(stream));
  if (expected < 0) options.setNoStream(new Empty());
  else options.setRevision(String(expected));
  yield new streamsPb.AppendReq().setOptions(options);
  for (const event of events) yield new streamsPb.AppendReq().setProposedMessage(proposed(event));
}

function proposed({ id, type, data, metadata }: ProposedEvent): AppendReq.ProposedMessage {
  const message = new streamsPb.AppendReq.ProposedMessage()
    .setId(new UUID().setString(id))
    .setData(Buffer.from(data))
    .setCustomMetadata(Buffer.from(metadata));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  return message;
}

export function readStreamRequest(stream: string, from: number, maxCount: number): ReadReq {
  const place = new Options.StreamOptions().setStreamIdentifier(identifier(stream)).setRevision(String(from));
  return request(
    new Options()
      .setStream(place)
      .setReadDirection(FORWARDS)
      .setCount(String(maxCount))
      .setNoFilter(new Empty()),
  );
}

export function readAllRequest(from: ReadFrom, options: ReadAllOptions, wanted: Wanted): ReadReq {
  return request(
    new Options()
      .setAll(place(from))
      .setReadDirection(options.backwards ? BACKWARDS : FORWARDS)
      .setCount(String(options.maxCount))
      .setFilter(filter(wanted)),
  );
}

/** The last event of all, whosever it is. */
export function endRequest(): ReadReq {
  return request(
    new Options().setAll(place('end')).setReadDirection(BACKWARDS).setCount('1').setNoFilter(new Empty()),
  );
}

export function subscribeRequest(after: StorePosition | 'start', wanted: Wanted): ReadReq {
  return request(
    new Options()
      .setAll(place(after))
      .setReadDirection(FORWARDS)
      .setSubscription(new Options.SubscriptionOptions())
      .setFilter(filter(wanted)),
  );
}

function request(options: ReadReq.Options): ReadReq {
  const asText = new Options.UUIDOption().setString(new Empty());
  return new streamsPb.ReadReq().setOptions(options.setResolveLinks(false).setUuidOption(asText));
}

function place(from: ReadFrom): ReadReq.Options.AllOptions {
  const all = new Options.AllOptions();
  if (from === 'start') return all.setStart(new Empty());
  if (from === 'end') return all.setEnd(new Empty());
  const { commit, prepare } = from;
  return all.setPosition(
    new Options.Position().setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
  );
}

function filter({ streamPrefix }: Wanted): ReadReq.Options.FilterOptions {
  const options = new Options.FilterOptions().setCount(new Empty()).setCheckpointintervalmultiplier(1);
  const expression = new Options.FilterOptions.Expression();
  if (streamPrefix !== '') return options.setStreamIdentifier(expression.setPrefixList([streamPrefix]));
  // The server's own events, links of its projections among them, have types that begin so.
  return options.setEventType(expression.setRegex('^[^$]'));
}

function identifier(stream: string): InstanceType<typeof StreamIdentifier> {
  return new StreamIdentifier().setStreamName(Buffer.from(stream));
}
