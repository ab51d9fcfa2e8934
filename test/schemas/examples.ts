import {
  originUnitId,
  unitIdFrom,
  type EventCatalogue,
  type EventType,
  type LocalDate,
  type OfficeId,
} from '#domain';
import { BARE_CLAIM_EVENTS, FULL_CLAIM_EVENTS } from './examples/claims.js';
import { BARE_CLUSTER_LIFE, FULL_CLUSTER_LIFE } from './examples/clusters.js';
import { BARE_HANDOVER_EVENTS, FULL_HANDOVER_EVENTS } from './examples/handovers.js';
import { BARE_HOLIDAY_EVENTS, FULL_HOLIDAY_EVENTS } from './examples/holidays.js';
import { BARE_MATTER_EVENTS, FULL_MATTER_EVENTS } from './examples/matters.js';
import { BARE_ORGANISATION_EVENTS, FULL_ORGANISATION_EVENTS } from './examples/organisations.js';
import { BARE_SCHEME_EVENTS, FULL_SCHEME_EVENTS } from './examples/schemes.js';
import { TASK_EVENT_EXAMPLES } from './examples/tasks.js';
import type { Bare, Full } from './shape.js';
import { BARE_DOCUMENT_EVENTS, FULL_DOCUMENT_EVENTS } from './examples/documents.js';
import { BARE_PROJECT_EVENTS, FULL_PROJECT_EVENTS } from './examples/projects.js';
import { BARE_REPORT_EVENTS, FULL_REPORT_EVENTS } from './examples/reports.js';
import { BARE_RULE_EVENTS, FULL_RULE_EVENTS } from './examples/rules.js';

const day = (text: string) => text as LocalDate;
const FROM = day('2025-07-01');
const TO = day('2027-03-01');
const ACT = '139-2025-nd-cp.chinh-phu.2025-06-12';
const UNDATED = '1970-qd-ubnd.ubnd-tinh-thanh-hoa.undated';
const EVENT = '6f1c0c2e-51c5-5f0e-9b6c-0b1f1f1a7a25';
const OLD = originUnitId('15520');
const NEW = unitIdFrom('15520', FROM);
const DISTRICT = '38.huyen-tho-xuan@origin';
const COMMITTEE: OfficeId = `UBND_XA:${NEW}`;
const by = { actId: ACT, effectiveFrom: FROM };
const version = {
  unitId: NEW,
  name: 'Xã Xuân Hòa',
  level: 'COMMUNE',
  kind: 'XA',
} as const;
const place = {
  precision: 'COMMUNE',
  unitIds: [OLD],
  complete: true,
  provenance: 'STATED',
  evidence: 'Nguồn nêu xã Thọ Hải, huyện Thọ Xuân, tỉnh Thanh Hóa',
} as const;
const claim = { field: 'phase1AreaHa', value: '40.3', provenance: 'STATED', source: 'example' } as const;
const cluster = {
  clusterId: 'xuan-hoa-tho-hai',
  name: 'Cụm công nghiệp Xuân Hòa – Thọ Hải',
  status: 'ESTABLISHED',
  provenance: 'STATED',
  source: 'example',
} as const;
const investor = {
  appointmentId: 'xuan-hoa-tho-hai-investor-1',
  clusterId: 'xuan-hoa-tho-hai',
  kind: 'COMMITTEE',
  provenance: 'STATED',
  source: 'example',
} as const;
const advanced = {
  appointmentId: 'xuan-hoa-tho-hai-investor-1',
  clusterId: 'xuan-hoa-tho-hai',
  to: 'SCORED',
  effectiveOn: FROM,
  reason: 'The council met.',
  provenance: 'STATED',
  source: 'example',
} as const;
const ended = {
  appointmentId: 'xuan-hoa-tho-hai-investor-1',
  clusterId: 'xuan-hoa-tho-hai',
  effectiveOn: FROM,
  outcome: 'REPLACED',
  reason: 'The province replaced it.',
  provenance: 'STATED',
  source: 'example',
} as const;
const correctedInvestor = {
  appointmentId: 'xuan-hoa-tho-hai-investor-1',
  clusterId: 'xuan-hoa-tho-hai',
  corrects: '6f1c0c2e-51c5-5f0e-9b6c-0b1f1f1a7a25',
  actId: ACT,
  reason: 'The wrong enterprise was recorded.',
  provenance: 'STATED',
  source: 'example',
} as const;
const enterprise = {
  enterpriseId: 'dong-do',
  name: 'Đông Đô',
  provenance: 'STATED',
  source: 'example',
} as const;
const assignment = {
  subjectId: 'xuan-hoa-tho-hai',
  dutyId: 'ccn_manage_local_clusters',
  from: FROM,
  status: 'HELD',
  holders: [{ officeId: COMMITTEE, lead: false }],
  candidates: [],
  basis: { provenance: 'READ' },
  manner: 'BY_LAW',
  explanation: 'It lies in one commune.',
} as const;
const fullAssignment = {
  ...assignment,
  to: TO,
  candidates: [COMMITTEE, 'BO_CONG_THUONG'],
  basis: { actId: ACT, article: 'Đ.6', provenance: 'READ', pending: false },
  restsOn: [EVENT],
} as const;
const rule = { holderLevel: 'UBND_XA', provenance: 'READ' } as const;
const duty = {
  dutyId: 'ccn_manage_local_clusters',
  group: 'A',
  name: 'Quản lý cụm công nghiệp trên địa bàn',
  appliesTo: 'CLUSTER',
} as const;
const act = {
  actId: ACT,
  kind: 'DECREE',
  number: '139/2025/NĐ-CP',
  issuer: 'Chính phủ',
  provenance: 'READ',
  source: 'example',
} as const;

/** One event of each type with every field that it may have. */
export const FULL: { readonly [T in EventType]: Full<EventCatalogue[T]> } = {
  ...FULL_ORGANISATION_EVENTS,
  ...FULL_SCHEME_EVENTS,
  ...FULL_HANDOVER_EVENTS,
  ...FULL_HOLIDAY_EVENTS,
  ...FULL_MATTER_EVENTS,
  ...TASK_EVENT_EXAMPLES,
  ...FULL_PROJECT_EVENTS,
  ...FULL_RULE_EVENTS,
  ...FULL_DOCUMENT_EVENTS,
  ...FULL_REPORT_EVENTS,
  'unit.listed': { ...version, unitId: OLD, code: '15520', parentId: DISTRICT, source: 'example' },
  'unit.established': { ...version, ...by, code: '15520', parentId: originUnitId('38') },
  'unit.abolished': { unitId: OLD, ...by },
  'unit.renamed': { unitId: NEW, name: 'Xã Xuân Hòa', ...by },
  'unit.retyped': { unitId: NEW, name: 'Phường Xuân Hòa', kind: 'PHUONG', ...by },
  'unit.reparented': { unitId: NEW, parentId: originUnitId('38'), ...by },
  'unit.alias-recorded': { unitId: NEW, alias: 'Xuân Hoà', source: 'example' },
  'unit.succeeded': { fromId: OLD, toId: NEW, extent: 'WHOLE', actId: ACT, effectiveOn: FROM },
  'import.reconciled': {
    importId: 'units.0',
    sources: [{ name: 'units.csv', rowsRead: 3, facts: 2, rejections: { DUPLICATE_ROW: 1 } }],
    observations: { CODES_REUSED: 1 },
  },
  'act.registered': {
    ...act,
    title: 'Phân định thẩm quyền',
    issuedOn: day('2025-06-12'),
    inForceFrom: FROM,
    lapsesOn: TO,
    amends: [UNDATED],
    replaces: [UNDATED],
  },
  'act.ended': { actId: ACT, endsOn: TO, manner: 'REPLACED', byActId: UNDATED, reason: 'It was replaced.' },
  'act.extended': { actId: ACT, lapsesOn: TO, byActId: UNDATED, reason: 'It was extended.' },
  'duty.catalogued': {
    ...duty,
    decisionRule: true,
    rules: [{ ...rule, from: FROM, to: TO, basisActId: ACT, article: 'Đ.6' }],
    note: 'Not read in the act itself.',
  },
  'cluster.registered': {
    ...cluster,
    since: FROM,
    areaHa: '70.0',
    placements: [{ ...place, from: FROM, actId: UNDATED }],
    documents: [{ actId: UNDATED, subject: 'thành lập' }],
    claims: [{ ...claim, asOf: FROM }],
  },
  'cluster.placed': {
    clusterId: cluster.clusterId,
    placement: { ...place, from: FROM, actId: ACT },
    actId: ACT,
    reason: 'The parcel map shows it.',
  },
  ...FULL_CLUSTER_LIFE,
  ...FULL_CLAIM_EVENTS,
  'investor.appointed': {
    ...investor,
    phaseId: 'giai-doan-1',
    officeId: COMMITTEE,
    name: 'Ủy ban nhân dân xã Xuân Hòa',
    members: [{ officeId: 'ENTERPRISE:dong-do', name: 'Đông Đô', sharePercent: '5' }],
    parentUnitId: DISTRICT,
    from: FROM,
    actId: ACT,
  },
  'investor.advanced': {
    ...advanced,
    phaseId: 'giai-doan-1',
    from: 'APPLIED',
    applicant: {
      officeId: 'ENTERPRISE:lien-danh',
      name: 'Liên danh',
      members: [{ officeId: 'ENTERPRISE:dong-do', name: 'Đông Đô', sharePercent: '5' }],
    },
    score: { total: '72.5', parts: ['12', '10.5', '20', '30'] },
    actId: ACT,
  },
  'investor.ended': { ...ended, successorAppointmentId: 'xuan-hoa-tho-hai-investor-2', actId: ACT },
  'investor.corrected': correctedInvestor,
  'enterprise.registered': { ...enterprise, registrationNumber: '0101234567' },
  'responsibility.assigned': { ...fullAssignment, reason: 'By law.' },
  'responsibility.reassigned': {
    ...fullAssignment,
    releasedOfficeIds: [`UBND_HUYEN:${DISTRICT}`],
    dissolvedUnitId: DISTRICT,
    actId: ACT,
    reason: 'The district ended.',
  },
  'responsibility.corrected': { ...fullAssignment, corrects: EVENT, actId: ACT, reason: 'It was wrong.' },
};

/** One event of each type with nothing that it may leave out. */
export const BARE: { readonly [T in EventType]: Bare<EventCatalogue[T]> } = {
  ...BARE_ORGANISATION_EVENTS,
  ...BARE_SCHEME_EVENTS,
  ...BARE_HANDOVER_EVENTS,
  ...BARE_HOLIDAY_EVENTS,
  ...BARE_MATTER_EVENTS,
  ...TASK_EVENT_EXAMPLES,
  ...BARE_PROJECT_EVENTS,
  ...BARE_RULE_EVENTS,
  ...BARE_DOCUMENT_EVENTS,
  ...BARE_REPORT_EVENTS,
  'unit.listed': { ...version, unitId: OLD, source: 'example' },
  'unit.established': { ...version, ...by },
  'unit.abolished': FULL['unit.abolished'],
  'unit.renamed': FULL['unit.renamed'],
  'unit.retyped': FULL['unit.retyped'],
  'unit.reparented': FULL['unit.reparented'],
  'unit.alias-recorded': FULL['unit.alias-recorded'],
  'unit.succeeded': FULL['unit.succeeded'],
  'import.reconciled': {
    importId: 'units.0',
    sources: [{ name: 'units.csv', rowsRead: 0, facts: 0, rejections: {} }],
    observations: {},
  },
  'act.registered': act,
  'act.ended': { actId: ACT, endsOn: TO, manner: 'LAPSED', reason: 'It lapsed.' },
  'act.extended': { actId: ACT, byActId: UNDATED, reason: 'It was extended.' },
  'duty.catalogued': { ...duty, rules: [rule] },
  'cluster.registered': { ...cluster, placements: [place], documents: [], claims: [claim] },
  'cluster.placed': {
    clusterId: cluster.clusterId,
    placement: place,
    actId: ACT,
    reason: 'The parcel map shows it.',
  },
  ...BARE_CLUSTER_LIFE,
  ...BARE_CLAIM_EVENTS,
  'investor.appointed': { ...investor, kind: 'NONE' },
  'investor.advanced': advanced,
  'investor.ended': ended,
  'investor.corrected': correctedInvestor,
  'enterprise.registered': enterprise,
  'responsibility.assigned': assignment,
  'responsibility.reassigned': { ...assignment, releasedOfficeIds: [] },
  'responsibility.corrected': { ...assignment, corrects: EVENT, actId: ACT, reason: 'It was wrong.' },
};
