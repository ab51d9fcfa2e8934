import type { EventLog } from '#application';

/** A store with an open log, made for one test. */
export interface StoreUnderTest {
  readonly log: EventLog;
  /** Closes the log, stops the store and starts it again; the new log is of the same store. */
  restart(): Promise<EventLog>;
  /** Ends everything that was opened, closed logs too, and removes the store. */
  dispose(): Promise<void>;
  /**
   * Ways round the port to change or delete what is recorded, as far as the store has any;
   * each has to be refused by the store.
   */
  readonly waysToTamper?: readonly { readonly name: string; run(): Promise<void> }[];
}

/** Makes a new and empty store with an open log. */
export type StoreFactory = () => Promise<StoreUnderTest>;

/** Gives the store of the running test. */
export type Store = () => StoreUnderTest;
