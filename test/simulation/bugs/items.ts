import type { RecordedEnvelope, SubscriptionItem } from '#application';
import type { Bug } from './bug.js';

type Items = AsyncIterable<SubscriptionItem>;

/** Goes on one event too late where it was dropped. */
export function skipsAfterADrop(): Bug {
  return { items: (items, resumed) => (resumed ? without(items, 1) : items) };
}

async function* without(items: Items, count: number): Items {
  let left = count;
  for await (const item of items) {
    if (item.kind !== 'event' || left === 0) yield item;
    else left -= 1;
  }
}

/** Gives one event again where it was dropped. */
export function repeatsAfterADrop(): Bug {
  return { items: (items, resumed) => (resumed ? withTwice(items) : items) };
}

async function* withTwice(items: Items): Items {
  let first = true;
  for await (const item of items) {
    yield item;
    if (item.kind === 'event' && first) yield item;
    first &&= item.kind !== 'event';
  }
}

/** Gives two events of different streams, one after the other, in an order of its own, now and then. */
export function hasAnOrderOfItsOwn(): Bug {
  return { items: (items) => swapped(items) };
}

async function* swapped(items: Items): Items {
  let held: RecordedEnvelope | undefined;
  let count = 0;
  for await (const item of items) {
    if (item.kind !== 'event') {
      if (held !== undefined) yield { kind: 'event', event: held };
      held = undefined;
      yield item;
      continue;
    }
    const { event } = item;
    count += 1;
    if (held !== undefined) {
      const [first, second] = event.stream === held.stream ? [held, event] : [event, held];
      // It numbers them by itself, so that nobody notices by the positions.
      yield { kind: 'event', event: { ...first, position: held.position } };
      yield { kind: 'event', event: { ...second, position: event.position } };
      held = undefined;
    } else if (count % 5 === 0) held = event;
    else yield item;
  }
}
