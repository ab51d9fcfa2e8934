import type { InvestorAppointment } from './investor.js';

export interface InvestorEvents {
  'investor.appointed': InvestorAppointment;
}

export const INVESTOR_EVENT_VERSIONS = {
  'investor.appointed': 1,
} as const satisfies Readonly<Record<keyof InvestorEvents, number>>;
