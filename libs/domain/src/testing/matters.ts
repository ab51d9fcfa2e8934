import type { Duty } from '../duties/duty.js';
import { evolveMatter, type Matter, type MatterStep } from '../matters/evolve.js';
import type { MatterPlace, MatterRecord } from '../matters/matter.js';
import type { MatterRegister } from '../matters/decide-record.js';
import type { MatterLaw } from '../matters/standing.js';
import { tierOf } from '../responsibilities/holder-by-law.js';
import { parseOfficeId } from '../responsibilities/office.js';
import type { Lineage } from '../units/lineage.js';
import { COUNTRY, REFORM } from './country.js';
import { ACTS, day } from './law.js';

export const THO_XUAN = 'UBND_HUYEN:38.huyen-tho-xuan@origin';
export const SOC_SON = 'UBND_HUYEN:01.huyen-soc-son@origin';
export const VAN_YEN = 'UBND_HUYEN:15.huyen-van-yen@origin';
export const XUAN_HOA = 'UBND_XA:15520@2025-07-01';
export const XUAN_AI = 'UBND_XA:04441@2025-07-01';
export const DONG_CUONG = 'UBND_XA:04399@2025-07-01';
export const CHAIRMAN_THANH_HOA = 'CT_UBND_TINH:38@origin';
export const CHAIRMAN_HANOI = 'CT_UBND_TINH:01@origin';
export const CHAIRMAN_LAO_CAI = 'CT_UBND_TINH:15@2025-07-01';

/** A duty of the provincial chairman or the commune that NĐ 139/2025/NĐ-CP Art. 22(3) created. */
const transitional = (dutyId: string, holderLevel: 'UBND_XA' | 'CT_UBND_TINH'): Duty => ({
  dutyId,
  group: 'E',
  name: dutyId,
  appliesTo: 'CLUSTER',
  rules: [{ holderLevel, from: day(REFORM), basisActId: 'nd-139', article: 'Đ.22(3)', provenance: 'READ' }],
});

export function matterLaw(lineage: Lineage = COUNTRY): MatterLaw {
  return {
    lineage,
    duties: [
      transitional('transition_take_over_inflight_matter', 'UBND_XA'),
      transitional('transition_coordinate_inflight_matters', 'CT_UBND_TINH'),
    ],
  };
}

export function matterRegister(
  law: MatterLaw = matterLaw(),
  subjects: readonly string[] = [],
): MatterRegister {
  return {
    law,
    acts: (id) => ACTS.find((act) => act.actId === id),
    subjectExists: (id) => subjects.includes(id),
    officeExists: (id, on) => {
      const office = parseOfficeId(id);
      if (office === undefined || office.kind === 'ENTERPRISE' || office.kind === 'PUBLIC_SERVICE_UNIT')
        return false;
      return office.rest !== undefined && law.lineage.unitOn(office.rest, on)?.level === tierOf(office.kind);
    },
  };
}

export function placedIn(unitIds: readonly string[], more: Partial<MatterPlace> = {}): MatterPlace {
  return {
    of: 'SUBJECT',
    precision: 'COMMUNE',
    unitIds,
    complete: true,
    provenance: 'STATED',
    evidence: 'source',
    ...more,
  };
}

/** A dossier of huyện Thọ Xuân in xã Xuân Hòa, which xã Thọ Hải joined; anything else is given. */
export function recordOf(more: Partial<MatterRecord> = {}): MatterRecord {
  return {
    matterId: 'dossier',
    kind: 'ESTABLISHMENT_DOSSIER',
    title: 'Hồ sơ',
    officeId: THO_XUAN,
    places: [placedIn(['15517@origin'])],
    step: 'Lập hồ sơ',
    asOf: day('2025-06-10'),
    documents: [],
    provenance: 'STATED',
    source: 'test',
    ...more,
  };
}

/** A record without the office that had it. */
export function withoutOffice(more: Partial<MatterRecord> = {}): MatterRecord {
  const { officeId: _officeId, ...rest } = recordOf(more);
  return rest;
}

export function matterOf(record: MatterRecord, ...steps: readonly MatterStep[]): Matter {
  const begun = evolveMatter(undefined, { type: 'matter.recorded', data: record });
  const matter = steps.reduce(evolveMatter, begun);
  if (matter === undefined) throw new Error('There is no matter.');
  return matter;
}

const fact = (on: string) =>
  ({ matterId: 'dossier', effectiveOn: day(on), provenance: 'STATED', source: 'test' }) as const;

/** One step of a matter by an office on a day. */
export const step = {
  takenOver: (officeId: string, on: string): MatterStep => ({
    type: 'matter.taken-over',
    data: { ...fact(on), officeId, actId: 'nd-139', article: 'Đ.22(3)' },
  }),
  coordinated: (officeId: string, byOfficeId: string, on: string): MatterStep => ({
    type: 'matter.coordinated',
    data: { ...fact(on), officeId, byOfficeId, actId: 'undated', reason: 'Decided.' },
  }),
  accepted: (officeId: string, on: string): MatterStep => ({
    type: 'matter.accepted',
    data: { ...fact(on), officeId },
  }),
  advanced: (
    officeId: string,
    on: string,
    more: Partial<Extract<MatterStep, { type: 'matter.advanced' }>['data']>,
  ): MatterStep => ({ type: 'matter.advanced', data: { ...fact(on), officeId, ...more } }),
  closed: (officeId: string, on: string): MatterStep => ({
    type: 'matter.closed',
    data: { ...fact(on), officeId, outcome: 'DECIDED', reason: 'Decided.' },
  }),
} as const;
