import type { Actor } from '../ports/event-log.js';

/** The office of whoever asks the service on its own machine, where it has no tokens. */
export const LOCAL_OFFICE = 'local';
/** The office under which the command line and the service itself record. */
export const SERVICE_OFFICE = 'bangiao';

/** Whether somebody runs the service and acts for no office of the state. */
export function isOperator({ office }: Actor): boolean {
  return office === LOCAL_OFFICE || office === SERVICE_OFFICE;
}
