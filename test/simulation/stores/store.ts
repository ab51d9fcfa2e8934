import type { EventLog } from '#application';

/** One of the two adapters on what it stands on, with all that can go wrong there. */
export interface Store {
  /** The log as the callers of one replica use it. */
  forCallers(replica: number): EventLog;
  /** The log as another process opens it: to follow it, or to rebuild from it. */
  open(): Promise<EventLog>;
  /** Something goes wrong. */
  mischief(): void;
  /** Everything goes right from now on. */
  calm(): Promise<void>;
  close(): Promise<void>;
}
