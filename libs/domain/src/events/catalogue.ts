import { ACT_EVENT_VERSIONS, type ActEvents } from '../acts/events.js';
import { CLAIM_EVENT_VERSIONS, type ClaimEvents } from '../claims/events.js';
import { CLUSTER_EVENT_VERSIONS, type ClusterEvents } from '../clusters/events.js';
import { DOCUMENT_EVENT_VERSIONS, type DocumentEvents } from '../documents/events.js';
import { DUTY_EVENT_VERSIONS, type DutyEvents } from '../duties/events.js';
import { HANDOVER_EVENT_VERSIONS, type HandoverEvents } from '../handovers/events.js';
import { HOLIDAY_EVENT_VERSIONS, type HolidayEvents } from '../holidays/events.js';
import { ENTERPRISE_EVENT_VERSIONS, type EnterpriseEvents } from '../enterprises/events.js';
import { IMPORT_EVENT_VERSIONS, type ImportEvents } from '../imports/events.js';
import { ORGANISATION_EVENT_VERSIONS, type OrganisationEvents } from '../organisations/events.js';
import { SCHEME_EVENT_VERSIONS, type SchemeEvents } from '../schemes/events.js';
import { INVESTOR_EVENT_VERSIONS, type InvestorEvents } from '../investors/events.js';
import { MATTER_EVENT_VERSIONS, type MatterEvents } from '../matters/events.js';
import { PROJECT_EVENT_VERSIONS, type ProjectEvents } from '../projects/events.js';
import { REPORT_EVENT_VERSIONS, type ReportEvents } from '../reports/events.js';
import { RESPONSIBILITY_EVENT_VERSIONS, type ResponsibilityEvents } from '../responsibilities/events.js';
import { TASK_EVENT_VERSIONS, type TaskEvents } from '../tasks/events.js';
import { RULE_EVENT_VERSIONS, type RuleEvents } from '../rules/events.js';
import { UNIT_EVENT_VERSIONS, type UnitEvents } from '../units/events.js';

/**
 * Data of every event by type; each concept owns its own.
 * A type never changes its meaning, a changed shape is a new version.
 */
export interface EventCatalogue
  extends
    UnitEvents,
    ImportEvents,
    ActEvents,
    DutyEvents,
    ClusterEvents,
    ClaimEvents,
    InvestorEvents,
    HolidayEvents,
    TaskEvents,
    MatterEvents,
    ProjectEvents,
    EnterpriseEvents,
    OrganisationEvents,
    SchemeEvents,
    HandoverEvents,
    RuleEvents,
    DocumentEvents,
    ReportEvents,
    ResponsibilityEvents {}
export type EventType = keyof EventCatalogue;

/** A fact decided on, before it is stamped and stored. */
export type DomainEvent = {
  [T in EventType]: { readonly type: T; readonly data: EventCatalogue[T] };
}[EventType];
/** What an event says, or the event itself, with the id by which a later one corrects it. */
export type WithEventId<T> = T & { readonly eventId: string };
export type EventOf<T extends EventType> = Extract<DomainEvent, { type: T }>;

/**
 * Current version of each event's shape; what is stored keeps the version it was written in.
 * A number above 1 makes the compiler ask for the upcasters of all versions before it (`upcasters.ts`).
 */
export const SCHEMA_VERSIONS = {
  ...UNIT_EVENT_VERSIONS,
  ...IMPORT_EVENT_VERSIONS,
  ...ACT_EVENT_VERSIONS,
  ...DUTY_EVENT_VERSIONS,
  ...CLUSTER_EVENT_VERSIONS,
  ...CLAIM_EVENT_VERSIONS,
  ...INVESTOR_EVENT_VERSIONS,
  ...HOLIDAY_EVENT_VERSIONS,
  ...TASK_EVENT_VERSIONS,
  ...MATTER_EVENT_VERSIONS,
  ...PROJECT_EVENT_VERSIONS,
  ...ENTERPRISE_EVENT_VERSIONS,
  ...ORGANISATION_EVENT_VERSIONS,
  ...SCHEME_EVENT_VERSIONS,
  ...HANDOVER_EVENT_VERSIONS,
  ...RESPONSIBILITY_EVENT_VERSIONS,
  ...RULE_EVENT_VERSIONS,
  ...DOCUMENT_EVENT_VERSIONS,
  ...REPORT_EVENT_VERSIONS,
} as const satisfies Readonly<Record<EventType, number>>;
export const EVENT_TYPES = Object.keys(SCHEMA_VERSIONS) as readonly EventType[];
