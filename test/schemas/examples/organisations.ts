import type { LocalDate, OrganisationEvents } from '#domain';
import type { Bare, Full } from '../shape.js';

const ACT = '2644-qd-ubnd.ubnd-thanh-pho-hai-phong.2025-07-01';
const ON = '2025-07-01' as LocalDate;
const organisation = {
  organisationId: 'tt-kc-hai-phong',
  name: 'Trung tâm Khuyến công Hải Phòng',
  kind: 'PROMOTION_CENTRE',
  provenance: 'STATED',
  source: 'example',
} as const;
const edge = {
  fromId: 'tt-xuc-tien-hai-duong',
  toId: 'tt-kc-hai-phong',
  extent: 'PARTIAL',
  effectiveOn: ON,
  actId: ACT,
  provenance: 'STATED',
  source: 'example',
} as const;

export const FULL_ORGANISATION_EVENTS: {
  readonly [T in keyof OrganisationEvents]: Full<OrganisationEvents[T]>;
} = {
  'organisation.registered': {
    ...organisation,
    parent: { name: 'Sở Công Thương Hải Phòng', officeId: 'SO_CONG_THUONG:31@2025-07-01' },
    guidance: { name: 'Sở Công Thương Hải Phòng', officeId: 'SO_CONG_THUONG:31@2025-07-01' },
    unitId: '31@2025-07-01',
    from: ON,
    actId: ACT,
  },
  'organisation.succeeded': { ...edge, part: 'Bộ phận xúc tiến thương mại', schemeIds: ['de-an-1'] },
};

export const BARE_ORGANISATION_EVENTS: {
  readonly [T in keyof OrganisationEvents]: Bare<OrganisationEvents[T]>;
} = {
  'organisation.registered': organisation,
  'organisation.succeeded': edge,
};
