import type { LocalDate } from '../time/local-date.js';
import type { Act, ActEndManner, ActId } from './act.js';

export interface ActEnded {
  readonly actId: ActId;
  /** First day on which it is no longer in force. */
  readonly endsOn: LocalDate;
  readonly manner: ActEndManner;
  readonly byActId?: ActId;
  readonly reason: string;
}
export interface ActExtended {
  readonly actId: ActId;
  /** New first day on which it is no longer in force; absent: no end is set any more. */
  readonly lapsesOn?: LocalDate;
  readonly byActId: ActId;
  readonly reason: string;
}

export interface ActEvents {
  'act.registered': Act;
  'act.ended': ActEnded;
  'act.extended': ActExtended;
}

export const ACT_EVENT_VERSIONS = {
  'act.registered': 1,
  'act.ended': 1,
  'act.extended': 1,
} as const satisfies Readonly<Record<keyof ActEvents, number>>;
