import type { LocalDate, ProjectEvents } from '#domain';
import type { Bare, Full } from '../shape.js';

const project = {
  projectId: 'nha-may-vang',
  name: 'Nhà máy rượu vang',
  status: 'UNKNOWN',
  provenance: 'STATED',
  source: 'example',
} as const;
const step = {
  projectId: 'nha-may-vang',
  to: 'OPERATING',
  effectiveOn: '2025-08-01' as LocalDate,
  provenance: 'STATED',
  source: 'example',
} as const;

export const FULL_PROJECT_EVENTS: { readonly [T in keyof ProjectEvents]: Full<ProjectEvents[T]> } = {
  'project.registered': {
    ...project,
    clusterId: 'phat-chi',
    investorName: 'Công ty cổ phần Thực phẩm',
    since: '2020-01-01' as LocalDate,
    areaHa: '1.5',
    capitalVnd: '13800000000',
  },
  'project.advanced': {
    ...step,
    signedOn: '2025-07-28' as LocalDate,
    actId: '1970-qd-ubnd.ubnd-tinh-thanh-hoa.undated',
    document: 'Giấy phép số 1',
    reason: 'It began to work.',
  },
};

export const BARE_PROJECT_EVENTS: { readonly [T in keyof ProjectEvents]: Bare<ProjectEvents[T]> } = {
  'project.registered': project,
  'project.advanced': step,
};
