/** What tests outside of this library need of its insides; nothing else may enter here. */
export { StoreFailure } from '../eventstoredb/errors.js';
export { eventLogOn } from '../eventstoredb/eventstoredb-event-log.js';
export type { StorePosition } from '../eventstoredb/position.js';
export type {
  Placed,
  ProposedEvent,
  ReadAllOptions,
  ReadFrom,
  StoreClient,
  StoredEvent,
  StoreItem,
} from '../eventstoredb/store-client.js';
export { NoRecordBoundary } from '../eventstoredb/testing/model/log.js';
export type { StoredEvent as ModelEvent } from '../eventstoredb/testing/model/event.js';
export { ServerModel } from '../eventstoredb/testing/model/server-model.js';
export { toMessage } from '../sqlite/errors.js';
export { openForWriting } from '../sqlite/format.js';
export { holdLock } from '../sqlite/lock.js';
export { channelOf, type FromWriter, type ToWriter, type WriterOptions } from '../sqlite/protocol.js';
export { Writer } from '../sqlite/writer.js';
