import { describe, expect, it } from '@jest/globals';
import { reportObligations, type ReportFilter } from '#application';
import type { DomainEvent } from '#domain';
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

const CIRCULAR = '14-2024-tt-bct.bo-cong-thuong.2024-08-15';
const DECREE = '139-2025-nd-cp.chinh-phu.2025-06-12';
const DISTRICT = 'UBND_HUYEN:15.h@origin';
const COMMUNE = 'UBND_XA:1@2025-07-01';
const YEAR = 'report_local_authority.2025-Y.1@2025-07-01';
const held = (dutyId: string, officeId: string, from: string, to?: string): DomainEvent =>
  assigned({
    dutyId,
    from: day(from),
    ...(to === undefined ? {} : { to: day(to) }),
    holders: [{ officeId, lead: false }],
    basis: { provenance: 'READ', pending: true },
  });
const submitted = (submittedOn: string, documentRef: string): DomainEvent => ({
  type: 'report.submitted',
  data: {
    obligationId: YEAR,
    periodFrom: day('2024-12-15'),
    periodTo: day('2025-12-15'),
    reporterOfficeId: COMMUNE,
    submittedOn: day(submittedOn),
    documentRef,
    provenance: 'STATED',
    source: 'test',
  },
});

const log = new LogBuilder();
log.add('boundary-0', listed('15@origin', 'Tỉnh Yên Bái', { level: 'PROVINCE', kind: 'TINH' })); // 1
log.add(
  'boundary-0',
  listed('15.h@origin', 'Huyện H', { level: 'DISTRICT', kind: 'HUYEN', parentId: '15@origin' }),
); // 2
log.add('boundary-1', abolished('15.h@origin', '2025-07-01')); // 3
log.add('boundary-1', established('1@2025-07-01', 'Xã 1', '2025-07-01', { parentId: '15@origin' })); // 4
log.add('boundary-1', succeeded('15.h@origin', '1@2025-07-01')); // 5
log.add('act-circular', act(CIRCULAR, { inForceFrom: day('2024-10-01') })); // 6
log.add('act-decree', act(DECREE, { inForceFrom: day('2025-07-01'), lapsesOn: day('2027-03-01') })); // 7
log.add('cluster-c1', cluster('c1', 'CN2', [placement(['1@2025-07-01'])])); // 8
for (const dutyId of ['ccn_report_local_status', 'ccn_manage_local_clusters']) {
  log.add('cluster-c1', held(dutyId, DISTRICT, '2024-05-01', '2025-07-01'));
  log.add('cluster-c1', held(dutyId, COMMUNE, '2025-07-01'));
} // 9 to 12
log.add(`report-${YEAR}`, submitted('2025-12-20', '12/BC')); // 13
log.add(`report-${YEAR}`, submitted('2025-12-22', '13/BC')); // 14
const model = readModelOf(log.events);
const ask = (validAt: string, knownSeq: number, filter: ReportFilter = {}) =>
  reportObligations(model, filter, { validAt: day(validAt), knownSeq }, { first: 50 }).rows.map(
    ({ row }) => row,
  );

describe('obligations to report', () => {
  it('are those of the year asked about, of everybody', () => {
    expect(ask('2025-12-31', 14).map((r) => r.obligationId)).toEqual([
      'report_infrastructure_investor.2025-H1.c1',
      'report_local_authority.2025-H1.15.h@origin',
      'report_department.2025-H1.15@origin',
      'transition_commune_annual_report.2025-A.1@2025-07-01',
      'transition_province_annual_report.2025-A.15@origin',
      'report_infrastructure_investor.2025-Y.c1',
      YEAR,
      'report_department.2025-Y.15@origin',
    ]);
    expect(ask('2026-12-31', 14, { officeId: COMMUNE }).map((r) => r.dueBefore)).toEqual([
      ...['2026-06-25', '2026-11-30', '2026-12-25'],
    ]);
  });

  it('H22: name who managed which days, of which the reporter has a part only', () => {
    const [report] = ask('2025-12-31', 14, { officeId: COMMUNE, reportId: 'report_local_authority' });
    expect(report).toMatchObject({
      reporter: { officeIds: [COMMUNE] },
      managedBy: [
        { subjectId: 'c1', officeIds: [DISTRICT], days: 198 },
        { subjectId: 'c1', officeIds: [COMMUNE], days: 167 },
      ],
      reporterManagedAll: false,
    });
  });

  it('are met on the day they were handed in, as known by then', () => {
    const on = (validAt: string, knownSeq: number) =>
      ask(validAt, knownSeq, { reportId: 'report_local_authority', officeId: COMMUNE })[0];
    expect(on('2025-12-31', 12)).toMatchObject({ submissions: [] });
    expect(on('2025-12-31', 13)).toMatchObject({ submission: { documentRef: '12/BC' }, revision: 0 });
    expect(on('2025-12-31', 14)).toMatchObject({ submission: { documentRef: '13/BC' }, revision: 1 });
    expect(on('2025-12-21', 14)?.submission?.documentRef).toBe('12/BC');
    expect(on('2025-12-19', 14)?.submission).toBeUndefined();
  });

  it('are narrowed down by whether they are met, and by their days', () => {
    const ids = (filter: ReportFilter) => ask('2025-12-31', 14, filter).map((r) => r.obligationId);
    expect(ids({ submitted: true })).toEqual([YEAR]);
    expect(ids({ submitted: false })).toHaveLength(7);
    expect(ids({ dueFrom: day('2025-12-25'), dueTo: day('2025-12-25') })).toEqual([YEAR]);
    expect(ids({ dueFrom: day('2026-06-01') })[0]).toBe('report_infrastructure_investor.2026-H1.c1');
    for (const dueTo of ['2025-01-01', '2030-01-02'])
      expect(() => ids({ dueFrom: day('2025-01-02'), dueTo: day(dueTo) })).toThrow(
        expect.objectContaining({ code: 'INVALID_INTERVAL' }),
      );
  });

  it('are none for a cluster that was revoked and a project that ended, from then on and as known', () => {
    const extended = new LogBuilder();
    for (const { stream, type, data } of log.events) extended.add(stream, { type, data } as DomainEvent);
    const said = { provenance: 'STATED', source: 'test' } as const;
    const project = {
      projectId: 'p1',
      name: 'P',
      status: 'OPERATING',
      investorName: 'Công ty P',
      ...said,
    } as const;
    extended.add('project-p1', { type: 'project.registered', data: project }); // 15
    extended.add('cluster-c1', {
      type: 'cluster.advanced',
      data: { clusterId: 'c1', to: 'REVOKED', effectiveOn: day('2025-12-01'), ...said },
    }); // 16
    const ended = { projectId: 'p1', to: 'ENDED', effectiveOn: day('2025-12-01'), ...said } as const;
    extended.add('project-p1', { type: 'project.advanced', data: ended }); // 17
    const later = readModelOf(extended.events);
    const subjects = (knownSeq: number) =>
      reportObligations(later, {}, { validAt: day('2025-12-31'), knownSeq }, { first: 50 })
        .rows.filter(({ row }) => row.subjectIds.length > 0)
        .map(({ row }) => [row.dueBefore, ...row.subjectIds, ...row.reporter.officeIds]);
    const half = [
      ['2025-06-20', 'c1'],
      ['2025-06-20', 'p1', 'ENTERPRISE:cong-ty-p'],
      ['2025-06-25', 'c1', DISTRICT],
    ];
    const year = [
      ['2025-12-20', 'c1'],
      ['2025-12-20', 'p1', 'ENTERPRISE:cong-ty-p'],
      ['2025-12-25', 'c1', COMMUNE],
    ];
    expect(subjects(15)).toEqual([...half, ...year]);
    expect(subjects(17)).toEqual(half);
  });
});
