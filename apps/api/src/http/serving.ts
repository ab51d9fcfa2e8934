/** What the process is about, besides its log and its read model. */
export interface Serving {
  /** False until the reference data is there. */
  prepared: boolean;
  /** True from the first signal to stop. */
  stopping: boolean;
}

/** How old, in seconds, what a ready replica tells may be, where no setting says otherwise. */
export const DEFAULT_READY_LAG_SECONDS = 60;

/** Under which name the parts of the application find it. */
export const SERVING = Symbol('Serving');
export const READY_LAG_SECONDS = Symbol('ReadyLagSeconds');
