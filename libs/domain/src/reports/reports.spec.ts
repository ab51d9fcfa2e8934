import { beforeAll, describe, expect, it } from '@jest/globals';
import type { KnownAct } from '../acts/decide-act.js';
import { territoryOn } from '../clusters/territory.js';
import type { Duty } from '../duties/duty.js';
import { CN2, QUAN_LAT, YEN_HOP } from '../testing/clusters.js';
import { COUNTRY, REFORM, UNITS } from '../testing/country.js';
import type { LocalDate } from '../time/local-date.js';
import { day, DECREE_32, DUTIES, LAPSE, lawOver, MANAGE } from '../testing/law.js';
import { eventsOf, refusalOf, TestRegister } from '../testing/register.js';
import { REPORTS } from './catalogue.js';
import { describeReport } from './describe.js';
import { reportDue, reportsDue } from './due.js';
import type { DueFilter, KnownForReports, KnownOffices, ReportingProject } from './obligation.js';
import { evolveReport, submissionOn, type ReportState } from './report.js';
import { decideSubmitReport, type SubmitReport } from './submit.js';
import { reportOfTask, reportTaskId, taskOfReport } from './tasks.js';
import { reportsWaiting, waitsSince } from './waiting.js';

const moved = (dutyId: string): Duty => ({
  dutyId,
  group: 'A',
  name: dutyId,
  appliesTo: 'CLUSTER',
  rules: [
    {
      holderLevel: 'UBND_HUYEN',
      from: day(DECREE_32),
      to: day(REFORM),
      basisActId: 'nd-32',
      provenance: 'READ',
    },
    { holderLevel: 'UBND_XA', from: day(REFORM), basisActId: 'nd-139', provenance: 'READ' },
  ],
});
const ofInvestor: Duty = {
  dutyId: 'ccn_investor_report',
  group: 'D',
  name: 'Chủ đầu tư báo cáo',
  appliesTo: 'CLUSTER',
  rules: [{ holderLevel: 'CHU_DAU_TU', from: day(DECREE_32), basisActId: 'nd-32', provenance: 'READ' }],
};
const act = (actId: string, from: string, endsOn?: string): KnownAct => ({
  actId,
  kind: 'OTHER',
  number: actId,
  issuer: 'test',
  inForceFrom: day(from),
  ...(endsOn === undefined ? {} : { endsOn: day(endsOn) }),
  provenance: 'READ',
  source: 'test',
});
const ACTS = [
  act('14-2024-tt-bct.bo-cong-thuong.2024-08-15', '2024-10-01'),
  act('139-2025-nd-cp.chinh-phu.2025-06-12', REFORM, LAPSE),
];
const VAN_YEN = 'UBND_HUYEN:15.huyen-van-yen@origin';
const XUAN_AI = 'UBND_XA:04441@2025-07-01';
const NOBODY: KnownOffices = { status: 'NO_BASIS', officeIds: [], candidates: [] };
const PROJECTS: readonly ReportingProject[] = [
  { projectId: 'wine-plant', clusterId: 'yen-hop', investorOfficeId: 'ENTERPRISE:ladofoods' },
  { projectId: 'unknown-plant' },
];

let known: KnownForReports;
beforeAll(() => {
  const duties = [
    ...DUTIES,
    moved('ccn_report_local_status'),
    moved('ccn_receive_investor_periodic_report'),
    moved('ccn_receive_secondary_project_report'),
    ofInvestor,
  ];
  const register = new TestRegister({ ...lawOver(), duties });
  for (const { registration, investors } of [CN2, YEN_HOP, QUAN_LAT]) register.add(registration, investors);
  known = {
    lineage: COUNTRY,
    acts: (id) => ACTS.find((a) => a.actId === id),
    clustersOn: () => ['cn2-soc-son', 'quan-lat', 'yen-hop'],
    projectsOn: () => PROJECTS,
    unitsOn: (level, on) =>
      UNITS.filter((u) => u.level === level && COUNTRY.unitOn(u.id, on) !== undefined).map((u) => u.id),
    provincesOf: (id, on) =>
      territoryOn(register.cluster(id)?.placements ?? [], on, 'PROVINCE', COUNTRY).unitIds,
    answer: (id, dutyId, on) => {
      const held = register.on(id, dutyId, on);
      if (held === undefined) return NOBODY;
      const { status, holders, candidates } = held;
      return { status, officeIds: holders.map((h) => h.officeId), candidates };
    },
    assignments: (id, dutyId) => (register.cluster(id)?.assignments ?? []).filter((a) => a.dutyId === dutyId),
  };
});

const due = (dueFrom: string, dueTo: string, more: Partial<DueFilter> = {}) =>
  reportsDue({ dueFrom: day(dueFrom), dueTo: day(dueTo), ...more }, known);
const one = (id: string) => {
  const report = reportDue(id, known);
  if (report === undefined) throw new Error(`${id} is not due.`);
  return describeReport(report, known);
};

describe('the reports that are due', () => {
  it('fall on the days of the circular and of the decree', () => {
    expect(REPORTS.map((r) => [r.reportId, r.form, r.due])).toEqual([
      ['report_secondary_project', 'Biểu 01', { H1: '06-20', Y: '12-20' }],
      ['report_infrastructure_investor', 'Biểu 02', { H1: '06-20', Y: '12-20' }],
      ['report_local_authority', 'Biểu 03', { H1: '06-25', Y: '12-25' }],
      ['report_department', 'Biểu 04', { H1: '06-30', Y: '12-31' }],
      ['transition_commune_annual_report', undefined, { A: '11-30' }],
      ['transition_province_annual_report', undefined, { A: '12-10' }],
    ]);
    const days = due('2025-01-01', '2025-12-31').map((r) => r.dueBefore);
    expect([...new Set(days)]).toEqual([
      ...['2025-06-20', '2025-06-25', '2025-06-30', '2025-11-30', '2025-12-10', '2025-12-20'],
      ...['2025-12-25', '2025-12-31'],
    ]);
  });

  it('are none before their act and none after it', () => {
    expect(due('2024-06-01', '2024-09-30')).toEqual([]);
    expect(due('2024-12-20', '2024-12-20').map((r) => r.term)).toContain('Y');
    const annual = { reportId: 'transition_commune_annual_report' } as const;
    expect(due('2024-11-30', '2024-11-30', annual)).toEqual([]);
    expect(due('2026-11-30', '2026-11-30', annual).length).toBeGreaterThan(0);
    expect(due('2027-11-30', '2027-11-30', annual)).toEqual([]);
  });

  it('are of the offices that have the duty on the day, one for each', () => {
    const local = { reportId: 'report_local_authority' } as const;
    expect(due('2025-06-25', '2025-06-25', local).map((r) => r.obligationId)).toEqual([
      'report_local_authority.2025-H1.01.huyen-soc-son@origin',
      'report_local_authority.2025-H1.15.huyen-van-yen@origin',
      'report_local_authority.2025-H1.51.huyen-mo-duc@origin',
    ]);
    expect(due('2025-12-25', '2025-12-25', local).map((r) => [r.obligationId, r.reporter.status])).toEqual([
      ['report_local_authority.2025-Y.04441@2025-07-01', 'HELD'],
      ['report_local_authority.2025-Y.cn2-soc-son', 'UNDETERMINED'],
      ['report_local_authority.2025-Y.quan-lat', 'UNDETERMINED'],
    ]);
  });

  it('are found by the office, and by one that may have to', () => {
    const of = (officeId: string) => due('2025-07-01', '2025-12-31', { officeId }).map((r) => r.obligationId);
    expect(of(XUAN_AI)).toEqual([
      'transition_commune_annual_report.2025-A.04441@2025-07-01',
      'report_local_authority.2025-Y.04441@2025-07-01',
    ]);
    expect(of('UBND_XA:00433@2025-07-01')).toContain('report_local_authority.2025-Y.cn2-soc-son');
    expect(of('SO_CONG_THUONG:15@2025-07-01')).toEqual(['report_department.2025-Y.15@2025-07-01']);
    expect(of('ENTERPRISE:ladofoods')).toEqual(['report_secondary_project.2025-Y.wine-plant']);
    expect(of(VAN_YEN)).toEqual([]);
  });

  it('are found by their id, and nothing else is', () => {
    expect(one('report_local_authority.2025-Y.04441@2025-07-01').subjectIds).toEqual(['yen-hop']);
    for (const id of [
      '',
      'x.2025-Y.yen-hop',
      'report_department.2025-A.15@2025-07-01',
      'report_department.x.y',
    ])
      expect(reportDue(id, known)).toBeUndefined();
  });
});

describe('H22: a report on a period that another managed', () => {
  it('was the last of the district for the half year, which it managed all of', () => {
    expect(one('report_local_authority.2025-H1.15.huyen-van-yen@origin')).toMatchObject({
      form: 'Biểu 03',
      period: { from: '2024-12-15', to: '2025-06-15' },
      dueBefore: '2025-06-25',
      reporter: { status: 'HELD', officeIds: [VAN_YEN] },
      managedBy: [
        { subjectId: 'yen-hop', from: '2024-12-15', to: '2025-06-15', days: 182, officeIds: [VAN_YEN] },
      ],
      reporterManagedAll: true,
    });
  });

  it('is the commune’s for the year, and the district managed the first days of it', () => {
    expect(one('report_local_authority.2025-Y.04441@2025-07-01')).toMatchObject({
      period: { from: '2024-12-15', to: '2025-12-15' },
      reporter: { status: 'HELD', officeIds: [XUAN_AI] },
      managedBy: [
        { from: '2024-12-15', to: '2025-07-01', days: 198, officeIds: [VAN_YEN] },
        { from: '2025-07-01', to: '2025-12-15', days: 167, officeIds: [XUAN_AI] },
      ],
      reporterManagedAll: false,
    });
  });

  it('says so of a merged province too', () => {
    expect(one('report_department.2025-Y.15@2025-07-01')).toMatchObject({
      managedBy: [
        { to: '2025-07-01', officeIds: ['SO_CONG_THUONG:10@origin'] },
        { to: '2025-07-01', officeIds: ['SO_CONG_THUONG:15@origin'] },
        { from: '2025-07-01', to: '2025-12-15', officeIds: ['SO_CONG_THUONG:15@2025-07-01'] },
      ],
      reporterManagedAll: false,
    });
    expect(one('report_department.2025-Y.01@origin').reporterManagedAll).toBe(true);
  });

  it('says which days nobody is recorded for', () => {
    const silent = { ...known, assignments: () => known.assignments('yen-hop', MANAGE).slice(1) };
    const report = reportDue('report_local_authority.2025-Y.04441@2025-07-01', silent);
    const { managedBy } = describeReport(report ?? one(''), silent);
    expect(managedBy.map((p) => [p.status, p.from, p.days])).toEqual([
      ['NO_BASIS', '2024-12-15', 198],
      ['HELD', '2025-07-01', 167],
    ]);
  });

  it('is a public service unit’s where that continues as investor, and the commune’s after the decision', () => {
    const reporter = (year: number) => one(`report_infrastructure_investor.${year}-Y.yen-hop`).reporter;
    expect(reporter(2025).status).toBe('CONTINUING_PENDING_REARRANGEMENT');
    expect(reporter(2026)).toMatchObject({ status: 'HELD', officeIds: [XUAN_AI] });
  });
});

describe('the recipients', () => {
  const to = (id: string) =>
    one(id).recipients.map((r) => [r.level, r.basis.provenance, r.officeIds.join() || r.candidates.join()]);

  it('are those of the circular before the reform', () => {
    expect(to('report_infrastructure_investor.2025-H1.yen-hop')).toEqual([
      ['THONG_KE', 'READ', ''],
      ['UBND_HUYEN', 'READ', VAN_YEN],
      ['SO_CONG_THUONG', 'READ', 'SO_CONG_THUONG:15@origin'],
    ]);
    expect(to('report_local_authority.2025-H1.15.huyen-van-yen@origin')).toEqual([
      ['UBND_TINH', 'READ', 'UBND_TINH:15@origin'],
      ['SO_CONG_THUONG', 'READ', 'SO_CONG_THUONG:15@origin'],
    ]);
  });

  it('are the communes after it, and unverified where only the unread circular changed them', () => {
    expect(to('report_infrastructure_investor.2025-Y.yen-hop')).toEqual([
      ['THONG_KE', 'UNVERIFIED', ''],
      ['UBND_XA', 'READ', XUAN_AI],
      ['SO_CONG_THUONG', 'READ', 'SO_CONG_THUONG:15@2025-07-01'],
    ]);
    expect(to('report_department.2025-Y.15@2025-07-01')).toEqual([
      ['UBND_TINH', 'UNVERIFIED', 'UBND_TINH:15@2025-07-01'],
      ['BO_CONG_THUONG', 'READ', 'BO_CONG_THUONG'],
    ]);
    expect(to('report_secondary_project.2025-Y.wine-plant')[1]).toEqual(['UBND_XA', 'READ', XUAN_AI]);
    expect(to('report_secondary_project.2025-Y.unknown-plant')[1]).toEqual(['UBND_XA', 'READ', '']);
    expect(to('transition_commune_annual_report.2025-A.04441@2025-07-01')).toEqual([
      ['UBND_TINH', 'READ', 'UBND_TINH:15@2025-07-01'],
    ]);
    expect(to('transition_province_annual_report.2025-A.15@2025-07-01')).toEqual([
      ['BO_CONG_THUONG', 'READ', 'BO_CONG_THUONG'],
    ]);
  });

  it('are candidates while the place of the cluster is not determined', () => {
    expect(to('report_infrastructure_investor.2025-Y.cn2-soc-son')[1]?.[2]).toBe(
      'UBND_XA:00376@2025-07-01,UBND_XA:00433@2025-07-01',
    );
    expect(to('report_local_authority.2025-Y.cn2-soc-son')).toEqual([
      ['UBND_TINH', 'READ', 'UBND_TINH:01@origin'],
      ['SO_CONG_THUONG', 'READ', 'SO_CONG_THUONG:01@origin'],
    ]);
  });
});

describe('handing in a report', () => {
  const YEAR = 'report_local_authority.2025-Y.04441@2025-07-01';
  const input: SubmitReport = {
    obligationId: YEAR,
    submittedOn: day('2025-12-20'),
    documentRef: '12/BC-UBND',
    notManagedNote: 'Số liệu trước 01/7/2025 theo hồ sơ bàn giao.',
    provenance: 'STATED',
    source: 'test',
  };
  const decide = (more: Partial<SubmitReport> = {}, actorOfficeId = XUAN_AI, state?: ReportState) => {
    const all = { ...input, ...more };
    return decideSubmitReport(all, {
      due: reportDue(all.obligationId, known),
      state,
      actorOfficeId,
      today: day('2025-12-22'),
    });
  };

  it('is recorded with its period and its reporter', () => {
    expect(eventsOf(decide())).toEqual([
      {
        type: 'report.submitted',
        data: { ...input, periodFrom: '2024-12-15', periodTo: '2025-12-15', reporterOfficeId: XUAN_AI },
      },
    ]);
    expect(eventsOf(decide({ submittedOn: day('2025-12-15') }))).toHaveLength(1);
    const annual = { obligationId: 'transition_commune_annual_report.2025-A.04441@2025-07-01' };
    expect(eventsOf(decide(annual))[0]?.data).not.toHaveProperty('periodFrom');
  });

  it.each([
    ['by another office', {}, VAN_YEN, 'NOT_YOUR_OFFICE', 'actor'],
    [
      'where nobody is determined',
      { obligationId: 'report_local_authority.2025-Y.cn2-soc-son' },
      XUAN_AI,
      'NOT_APPLICABLE',
      'obligationId',
    ],
    [
      'for nothing that is due',
      { obligationId: 'report_local_authority.2025-Y.x' },
      XUAN_AI,
      'UNKNOWN_SUBJECT',
      'obligationId',
    ],
    ['in the future', { submittedOn: day('2025-12-23') }, XUAN_AI, 'INVALID_DATE', 'submittedOn'],
    ['before the period is over', { submittedOn: day('2025-12-14') }, XUAN_AI, 'INVALID_DATE', 'submittedOn'],
  ])('is refused %s', (_name, more, actor, code, field) => {
    expect(refusalOf(decide(more, actor))).toMatchObject({ code, field });
  });

  it('again needs a reason; the last one counts from its day on', () => {
    const fold = (state: ReportState | undefined, decision: ReturnType<typeof decide>) =>
      eventsOf(decision).reduce<ReportState | undefined>(evolveReport, state);
    const first = fold(undefined, decide());
    expect(refusalOf(decide({}, XUAN_AI, first)).code).toBe('ALREADY_EXISTS');
    expect(refusalOf(decide({ reason: ' ' }, XUAN_AI, first)).code).toBe('REASON_REQUIRED');
    const both = fold(
      first,
      decide(
        { reason: 'Sửa số liệu.', submittedOn: day('2025-12-22'), documentRef: '13/BC-UBND' },
        XUAN_AI,
        first,
      ),
    );
    const on = (text: string) => submissionOn(both, day(text))?.documentRef;
    expect([on('2025-12-19'), on('2025-12-20'), on('2025-12-22')]).toEqual([
      undefined,
      '12/BC-UBND',
      '13/BC-UBND',
    ]);
  });
});

describe('the reports that wait for an office', () => {
  const ids = (officeId: string, text: string, of = known) =>
    reportsWaiting(officeId, day(text), of).map((r) => r.obligationId);

  it('H22: are those of the district until its end, and of the commune after it', () => {
    const half = 'report_local_authority.2025-H1.15.huyen-van-yen@origin';
    expect(ids(VAN_YEN, '2025-06-14')).toEqual(['report_local_authority.2024-Y.15.huyen-van-yen@origin']);
    expect(ids(VAN_YEN, '2025-06-15')).toContain(half);
    expect(ids(XUAN_AI, '2025-06-30')).toEqual([]);
    expect(ids(XUAN_AI, '2025-07-01')).toEqual(['transition_commune_annual_report.2025-A.04441@2025-07-01']);
    expect(ids(XUAN_AI, '2025-12-15')).toContain('report_local_authority.2025-Y.04441@2025-07-01');
    // No act passes it on: it stays with the office that had to, until another half year is over.
    expect(ids(VAN_YEN, '2026-06-14')).toEqual([half]);
    expect(ids(VAN_YEN, '2026-06-15')).toEqual([]);
  });

  it('are of each kind and term the last, however long nothing is recorded', () => {
    expect(ids('SO_CONG_THUONG:15@2025-07-01', '2026-07-01')).toEqual([
      'report_department.2026-H1.15@2025-07-01',
      'report_department.2025-Y.15@2025-07-01',
    ]);
    expect(ids('ENTERPRISE:ladofoods', '2030-01-01')).toEqual([
      'report_secondary_project.2029-H1.wine-plant',
      'report_secondary_project.2029-Y.wine-plant',
    ]);
    const province = (text: string) => ids('UBND_TINH:15@2025-07-01', text);
    expect(province('2026-12-31')).toEqual(['transition_province_annual_report.2026-A.15@2025-07-01']);
    // The decree lapses before another year’s is due.
    expect(province('2028-06-01')).toEqual(['transition_province_annual_report.2026-A.15@2025-07-01']);
    expect(ids('UBND_TINH:01@origin', '2025-06-30')).toEqual([]);
  });

  it('wait for nobody while it is not determined who reports', () => {
    expect(ids('UBND_XA:00433@2025-07-01', '2025-12-31')).toEqual([
      'transition_commune_annual_report.2025-A.00433@2025-07-01',
    ]);
    expect(ids('HDND_TINH:01@origin', '2025-12-31')).toEqual([]);
  });

  it('are looked for by their office, never through all clusters and projects', () => {
    const searches: object[] = [];
    const watched = {
      ...known,
      clustersOn: (on: LocalDate, search?: object) => (searches.push({ ...search }), known.clustersOn(on)),
      projectsOn: (on: LocalDate, search?: object) => (searches.push({ ...search }), known.projectsOn(on)),
    };
    ids(XUAN_AI, '2026-01-01', watched);
    reportDue('report_local_authority.2025-Y.04441@2025-07-01', watched);
    expect(searches.length).toBeGreaterThan(6);
    expect(searches.filter((search) => Object.keys(search).length === 0)).toEqual([]);
  });
});

describe('the task of a report', () => {
  const YEAR = 'report_local_authority.2025-Y.04441@2025-07-01';

  it('waits for the office from the end of the period to the day before it is due, or until handed in', () => {
    const report = one(YEAR);
    expect(taskOfReport(report, XUAN_AI, undefined, known)).toEqual({
      taskId: 'report-due.report-local-authority.2025-Y.04441@2025-07-01',
      officeId: XUAN_AI,
      kind: 'REPORT_DUE',
      subjectId: 'report_local_authority.2025-Y.04441@2025-07-01',
      since: '2025-12-15',
      due: '2025-12-24',
      basis: { actId: '14-2024-tt-bct.bo-cong-thuong.2024-08-15', article: 'Đ.3', provenance: 'READ' },
    });
    expect(taskOfReport(report, XUAN_AI, day('2025-12-20'), known)).toMatchObject({ until: '2025-12-20' });
  });

  it('does not wait before its act is in force or the unit exists', () => {
    const since = (id: string, officeId: string) => taskOfReport(one(id), officeId, undefined, known).since;
    const annual = 'transition_province_annual_report';
    expect(since(`${annual}.2025-A.01@origin`, 'UBND_TINH:01@origin')).toBe(REFORM);
    expect(since(`${annual}.2026-A.01@origin`, 'UBND_TINH:01@origin')).toBe('2026-01-01');
    const born = { ...COUNTRY, lifetime: () => ({ from: day('2026-03-06') }) };
    const report = one(`${annual}.2026-A.01@origin`);
    expect(waitsSince(report, 'UBND_TINH:01@origin', { ...known, lineage: born })).toBe('2026-03-06');
  });

  it('is found by its id, one for each office that has it', () => {
    const find = (id: string) => reportDue(id, known);
    const id = 'report-due.report-local-authority.2025-Y.04441@2025-07-01';
    expect(reportOfTask(id, find)).toMatchObject({ report: { obligationId: YEAR }, officeId: XUAN_AI });
    const joint = { ...one(YEAR), reporter: { ...one(YEAR).reporter, officeIds: [XUAN_AI, 'UBND_XA:x'] } };
    const ids = joint.reporter.officeIds.map((officeId) => reportTaskId(joint, officeId));
    expect(ids).toEqual([`${id}.${XUAN_AI}`, `${id}.UBND_XA:x`]);
    const found = ids.map((text) => reportOfTask(text, (o) => (o === YEAR ? joint : undefined)));
    expect(found.map((of) => of?.officeId)).toEqual(joint.reporter.officeIds);
    const none = ['', 'report-due.', 'report-due.x', id.replace('2025-Y', '2025-H1'), `${id}.UBND_XA:x`];
    for (const text of [...none, 'place-undetermined.c1.2025-07-01'])
      expect(reportOfTask(text, find)).toBeUndefined();
  });
});
