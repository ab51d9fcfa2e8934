import type {
  MatterAccepted,
  MatterAdvanced,
  MatterClosed,
  MatterCoordinated,
  MatterRecord,
  MatterTakenOver,
} from './matter.js';

export interface MatterEvents {
  'matter.recorded': MatterRecord;
  'matter.taken-over': MatterTakenOver;
  'matter.coordinated': MatterCoordinated;
  'matter.accepted': MatterAccepted;
  'matter.advanced': MatterAdvanced;
  'matter.closed': MatterClosed;
}

export const MATTER_EVENT_VERSIONS = {
  'matter.recorded': 1,
  'matter.taken-over': 1,
  'matter.coordinated': 1,
  'matter.accepted': 1,
  'matter.advanced': 1,
  'matter.closed': 1,
} as const satisfies Readonly<Record<keyof MatterEvents, number>>;
