import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Filter, StoredEvent } from '../model/event.js';

/** What a reader of everything wants to see, and how far the server looks for it. */
export interface Wanted {
  readonly filter: Filter;
  /** Events that are looked at for one page. */
  readonly window: number;
  /** Events that are looked at between two checkpoints; undefined where none are sent. */
  readonly checkpointEvery: number | undefined;
}

const PAGE = 32;

/** The filter of a request. */
export function wantedBy(options: ReadReq.Options): Wanted {
  const filter = options.getFilter();
  if (filter === undefined) return { filter: () => true, window: PAGE, checkpointEvery: undefined };
  const window = filter.hasMax() ? filter.getMax() : PAGE;
  const checkpointEvery = filter.getCheckpointintervalmultiplier() * window;
  return { filter: expression(filter), window, checkpointEvery };
}

function expression(filter: ReadReq.Options.FilterOptions): Filter {
  const onType = filter.getEventType();
  const rule = onType ?? filter.getStreamIdentifier();
  const text = (event: StoredEvent) => (onType === undefined ? event.stream : event.type);
  const regex = rule?.getRegex() ?? '';
  if (regex !== '') {
    const pattern = new RegExp(regex, 'u');
    return (event) => pattern.test(text(event));
  }
  const prefixes = rule?.getPrefixList() ?? [];
  return (event) => prefixes.some((prefix) => text(event).startsWith(prefix));
}
