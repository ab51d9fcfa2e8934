import { randomUUID } from 'node:crypto';
import {
  EventStoreDBClient,
  jsonEvent,
  type AllStreamSubscription,
  type AllStreamResolvedEvent,
  type JSONEventType,
  type Position,
  type ResolvedEvent,
  type StreamSubscription,
} from '@eventstore/db-client';

/** The event of these specs. */
export type Numbered = JSONEventType<'act.numbered', { n: number; text?: string }>;

/** New events with these numbers. */
export function numbered(...numbers: readonly number[]): ReturnType<typeof jsonEvent<Numbered>>[] {
  return numbers.map((n) => jsonEvent<Numbered>({ type: 'act.numbered', data: { n } }));
}

/** The name of a stream that no earlier run has used, on a server that keeps them too. */
export const newStream = (): string => `act-${randomUUID()}`;

export const connect = (connectionString: string): EventStoreDBClient =>
  EventStoreDBClient.connectionString(connectionString);

/** Everything a read gives. */
export async function all<T>(read: AsyncIterable<T>): Promise<readonly T[]> {
  const taken: T[] = [];
  for await (const item of read) taken.push(item);
  return taken;
}

/** The position of a resolved event; the numbers of what these specs wrote. */
export const positionOf = (read: ResolvedEvent | AllStreamResolvedEvent | undefined): Position => {
  const position = read?.event?.position;
  if (position === undefined) throw new Error('An event without a position.');
  return position;
};

export const numbersOf = (read: readonly (ResolvedEvent | AllStreamResolvedEvent)[]): readonly unknown[] =>
  read.map(({ event }) => (event?.data as Numbered['data'] | undefined)?.n);

/** A subscription in the hand of a test. */
export interface Listening {
  readonly events: readonly (ResolvedEvent | AllStreamResolvedEvent)[];
  /** The names of what it emitted, data left out, and the error last. */
  readonly signals: readonly string[];
  error(): unknown;
  until(condition: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

const SIGNALS = ['confirmation', 'caughtUp', 'end', 'close'] as const;
const PATIENCE_MS = 15_000;

/** Listens to a subscription; it has to be given in the tick in which it was made. */
export function listen(subscription: AllStreamSubscription | StreamSubscription): Listening {
  const events: (ResolvedEvent | AllStreamResolvedEvent)[] = [];
  const signals: string[] = [];
  let failed: unknown;
  let look = () => {};
  const note = (signal: string) => {
    signals.push(signal);
    look();
  };
  for (const signal of SIGNALS) subscription.on(signal as 'end', () => note(signal));
  subscription.on('data', (event: ResolvedEvent | AllStreamResolvedEvent) => {
    events.push(event);
    look();
  });
  subscription.on('error', (error: unknown) => {
    failed = error;
    note('error');
  });
  const until = (condition: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Not met: ${signals.join(' ')}`)), PATIENCE_MS);
      look = () => {
        if (!condition()) return;
        clearTimeout(timer);
        resolve();
      };
      look();
    });
  return { events, signals, until, error: () => failed, stop: () => subscription.unsubscribe() };
}
