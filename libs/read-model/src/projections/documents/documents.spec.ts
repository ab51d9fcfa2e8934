import { describe, expect, it } from '@jest/globals';
import { documentsOfDissolvedIssuers, type DissolvedDocumentFilter } from '#application';
import type { ClusterRegistration, DomainEvent } from '#domain';
import { day, LogBuilder } from '../../testing/events.js';
import {
  abolished,
  act,
  assigned,
  cluster,
  established,
  listed,
  placement,
  succeeded,
} from '../../testing/facts.js';
import { readModelOf } from '../../testing/files.js';

const PLANNING = 'ccn_direct_detailed_planning';
const DECREE = '139-2025-nd-cp.chinh-phu.2025-06-12';
const PROVINCE = { level: 'PROVINCE', kind: 'TINH' } as const;
const withDocument = (event: DomainEvent, actId: string): DomainEvent => {
  const data = event.data as ClusterRegistration;
  return {
    type: 'cluster.registered',
    data: { ...data, documents: [{ actId, subject: 'quy hoạch chi tiết' }] },
  };
};
const issuedBy = (actId: string, issuerOfficeId: string, dutyId?: string): DomainEvent => ({
  type: 'document.issuer-identified',
  data: {
    actId,
    issuerOfficeId,
    ...(dutyId === undefined ? {} : { dutyId }),
    provenance: 'STATED',
    source: 'test',
  },
});
const candidates = ['UBND_XA:1@2025-07-01', 'UBND_XA:2@2025-07-01'];

const log = new LogBuilder();
log.add('boundary-0', listed('15@origin', 'Tỉnh Yên Bái', PROVINCE)); // 1
log.add(
  'boundary-0',
  listed('15.h@origin', 'Huyện H', { level: 'DISTRICT', kind: 'HUYEN', parentId: '15@origin' }),
); // 2
log.add('boundary-1', abolished('15@origin', '2025-07-01')); // 3
log.add('boundary-1', abolished('15.h@origin', '2025-07-01')); // 4
log.add('boundary-1', established('15@2025-07-01', 'Tỉnh Lào Cai', '2025-07-01', PROVINCE)); // 5
for (const id of ['1', '2'])
  log.add(
    'boundary-1',
    established(`${id}@2025-07-01`, `Xã ${id}`, '2025-07-01', { parentId: '15@2025-07-01' }),
  ); // 6, 7
log.add('boundary-1', succeeded('15@origin', '15@2025-07-01')); // 8
log.add('boundary-1', succeeded('15.h@origin', '1@2025-07-01', 'PARTIAL')); // 9
log.add('boundary-1', succeeded('15.h@origin', '2@2025-07-01', 'PARTIAL')); // 10
log.add('act-decree', act(DECREE, { inForceFrom: day('2025-07-01'), lapsesOn: day('2027-03-01') })); // 11
log.add('act-plan', act('plan', { kind: 'DISTRICT_DECISION', issuedOn: day('2024-12-10') })); // 12
log.add('act-949', act('949', { kind: 'PROVINCIAL_DECISION', issuedOn: day('2025-05-06') })); // 13
log.add('cluster-c1', withDocument(cluster('c1', 'CN2', [placement(['1@2025-07-01'])]), 'plan')); // 14
log.add(
  'cluster-c1',
  assigned({
    dutyId: PLANNING,
    from: day('2025-07-01'),
    status: 'UNDETERMINED',
    holders: [],
    candidates,
    basis: { actId: DECREE, provenance: 'READ' },
  }),
); // 15
log.add('act-plan', issuedBy('plan', 'UBND_HUYEN:15.h@origin', PLANNING)); // 16
log.add('act-949', issuedBy('949', 'UBND_TINH:15@origin')); // 17
log.add('act-949', {
  type: 'act.ended',
  data: { actId: '949', endsOn: day('2026-01-01'), manner: 'REPLACED', reason: 'Thay thế.' },
}); // 18
const model = readModelOf(log.events);
const ask = (validAt: string, knownSeq: number, filter: DissolvedDocumentFilter = {}) =>
  documentsOfDissolvedIssuers(model, filter, { validAt: day(validAt), knownSeq }, { first: 10 }).rows.map(
    ({ row }) => row,
  );
const ids = (...args: Parameters<typeof ask>) => ask(...args).map((d) => d.act.actId);

describe('documents of dissolved issuers', () => {
  it('are those whose issuer is recorded and ended by the day', () => {
    expect(ids('2025-07-01', 15)).toEqual([]);
    expect(ids('2025-07-01', 16)).toEqual(['plan']);
    expect(ids('2025-07-01', 17)).toEqual(['plan', '949']);
    expect(ids('2025-06-30', 17)).toEqual([]);
  });

  it('say what they are about and who may amend them', () => {
    const [plan, old] = ask('2025-12-01', 18);
    expect(plan).toMatchObject({
      issuer: { issuerOfficeId: 'UBND_HUYEN:15.h@origin', dutyId: PLANNING },
      dissolved: { unitId: '15.h@origin', dissolvedOn: '2025-07-01' },
      subjects: [{ clusterId: 'c1', subject: 'quy hoạch chi tiết' }],
      inForce: true,
      amendableBy: [{ clusterId: 'c1', status: 'UNDETERMINED', candidates }],
    });
    expect(old?.amendableBy).toMatchObject([
      { status: 'HELD', holders: [{ officeId: 'UBND_TINH:15@2025-07-01', lead: false }] },
    ]);
  });

  it('are out of force from the end of the act, as known, and then nobody amends them', () => {
    const on = (validAt: string, knownSeq: number) => ask(validAt, knownSeq)[1];
    expect(on('2026-01-01', 17)?.inForce).toBe(true);
    expect(on('2026-01-01', 18)).toMatchObject({ inForce: false, amendableBy: [] });
    expect(on('2025-12-31', 18)?.inForce).toBe(true);
  });

  it('have no amending office once the decree lapsed', () => {
    expect(ask('2027-03-01', 17).map((d) => d.amendableBy.map((a) => a.status))).toEqual([
      ['NO_BASIS'],
      ['NO_BASIS'],
    ]);
  });

  it('are narrowed down by unit, province, subject and force', () => {
    expect(ids('2026-01-01', 18, { unitId: '15.h@origin' })).toEqual(['plan']);
    expect(ids('2026-01-01', 18, { provinceId: '15@2025-07-01' })).toEqual(['plan', '949']);
    expect(ids('2026-01-01', 18, { provinceId: '15@origin' })).toEqual(['plan', '949']);
    expect(ids('2026-01-01', 18, { provinceId: '1@2025-07-01' })).toEqual([]);
    expect(ids('2026-01-01', 18, { subjectId: 'c1' })).toEqual(['plan']);
    expect(ids('2026-01-01', 18, { inForce: false })).toEqual(['949']);
    expect(ids('2026-01-01', 18, { inForce: true })).toEqual(['plan']);
  });

  it('come page by page', () => {
    const at = { validAt: day('2026-01-01'), knownSeq: 18 };
    const first = documentsOfDissolvedIssuers(model, {}, at, { first: 1 });
    expect([first.rows.map((r) => r.row.act.actId), first.hasNext]).toEqual([['plan'], true]);
    const after = first.rows[0]?.key ?? '';
    const second = documentsOfDissolvedIssuers(model, {}, at, { first: 1, after });
    expect([second.rows.map((r) => r.row.act.actId), second.hasNext]).toEqual([['949'], false]);
    expect(() => documentsOfDissolvedIssuers(model, {}, at, { first: 1, after: '{}' })).toThrow(
      expect.objectContaining({ code: 'INVALID_CURSOR' }),
    );
  });

  it('count up the revision of their act', () => {
    expect([model.act('949', 13)?.revision, model.act('949', 17)?.revision]).toEqual([0, 1]);
    expect(model.act('949', 18)).toMatchObject({
      revision: 2,
      identifiedIssuer: { issuerOfficeId: 'UBND_TINH:15@origin' },
    });
  });

  it('are also what a step of a cluster names', () => {
    const extended = new LogBuilder();
    for (const { stream, type, data } of log.events) extended.add(stream, { type, data } as DomainEvent);
    extended.add('cluster-c1', {
      type: 'cluster.advanced',
      data: {
        clusterId: 'c1',
        to: 'ESTABLISHED',
        effectiveOn: day('2025-05-06'),
        actId: '949',
        provenance: 'STATED',
        source: 'test',
      },
    }); // 19
    const later = readModelOf(extended.events);
    const about = (knownSeq: number) => later.documents.subjects(knownSeq).get('949');
    expect(about(18)).toBeUndefined();
    expect(about(19)).toEqual([{ clusterId: 'c1', subject: 'ESTABLISHED' }]);
    expect(later.documents.subjects(19).get('plan')?.[0]?.subject).toBe('quy hoạch chi tiết');
  });
});
