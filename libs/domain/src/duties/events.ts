import type { Duty } from './duty.js';

export interface DutyEvents {
  'duty.catalogued': Duty;
}

export const DUTY_EVENT_VERSIONS = {
  'duty.catalogued': 1,
} as const satisfies Readonly<Record<keyof DutyEvents, number>>;
