import { describe, expect, it } from '@jest/globals';
import { reportObligations, taskById, worklist, type TaskView, type WorklistRequest } from '#application';
import type { DomainEvent } from '#domain';
import { day, LogBuilder } from '../../testing/events.js';
import { abolished, act, assigned, cluster, established, listed, placement } from '../../testing/facts.js';
import { readModelOf } from '../../testing/files.js';

/** Periodic reports in the worklists of offices: a district and its commune, whose cluster’s dossier waits too. */
const DISTRICT = 'UBND_HUYEN:15.h@origin';
const COMMUNE = 'UBND_XA:1@2025-07-01';
const OTHER = 'UBND_XA:2@2025-07-01';
const HALF = 'report-due.report-local-authority.2025-H1.15.h@origin';
const YEAR = 'report-due.report-local-authority.2025-Y.1@2025-07-01';
const YEARLY = 'report-due.transition-commune-annual-report.2025-A.1@2025-07-01';
const OBLIGATION = 'report_local_authority.2025-Y.1@2025-07-01';
const LOCAL_REPORT = 'ccn_report_local_status';

const DOSSIERS = [
  ['d1', 'UNDER_APPRAISAL', '2025-11-10'],
  ['d2', 'UNDER_APPRAISAL', '2025-11-28'],
  ['d3', 'UNDER_APPRAISAL', '2025-12-05'],
  ['d4', 'INVESTOR_SCORING', '2025-12-05'],
] as const;

const said = { provenance: 'STATED', source: 'test' } as const;
const held = (subjectId: string, dutyId: string, officeIds: readonly string[], from: string, to?: string) =>
  assigned({
    subjectId,
    dutyId,
    from: day(from),
    ...(to === undefined ? {} : { to: day(to) }),
    status: officeIds.length > 1 ? 'JOINT' : 'HELD',
    holders: officeIds.map((officeId) => ({ officeId, lead: false })),
    basis: { provenance: 'READ', pending: true },
  });
const submitted = (submittedOn: string): DomainEvent => ({
  type: 'report.submitted',
  data: { obligationId: OBLIGATION, reporterOfficeId: COMMUNE, submittedOn: day(submittedOn), ...said },
});

function history(): LogBuilder {
  const log = new LogBuilder();
  const under = { parentId: '15@origin' };
  log.add('boundary-0', listed('15@origin', 'Tỉnh Yên Bái', { level: 'PROVINCE', kind: 'TINH' }));
  log.add('boundary-0', listed('15.h@origin', 'Huyện H', { level: 'DISTRICT', kind: 'HUYEN', ...under }));
  log.add('boundary-1', abolished('15.h@origin', '2025-07-01'));
  log.add('boundary-1', established('1@2025-07-01', 'Xã 1', '2025-07-01', under));
  log.add('boundary-1', established('2@2025-07-01', 'Xã 2', '2025-07-01', under));
  log.add(
    'act-circular',
    act('14-2024-tt-bct.bo-cong-thuong.2024-08-15', { inForceFrom: day('2024-10-01') }),
  );
  const lapsing = { inForceFrom: day('2025-07-01'), lapsesOn: day('2027-03-01') };
  log.add('act-decree', act('139-2025-nd-cp.chinh-phu.2025-06-12', lapsing));
  for (const id of ['c1', 'c2', 'c3']) {
    log.add(`cluster-${id}`, cluster(id, `Cụm ${id}`, [placement(['1@2025-07-01'])]));
    log.add(`cluster-${id}`, held(id, LOCAL_REPORT, [DISTRICT], '2024-05-01', '2025-07-01'));
  }
  log.add('cluster-c1', held('c1', LOCAL_REPORT, [COMMUNE], '2025-07-01'));
  log.add('cluster-c2', held('c2', LOCAL_REPORT, [COMMUNE, OTHER], '2025-07-01'));
  log.add('cluster-c3', undetermined('c3', LOCAL_REPORT, [COMMUNE, OTHER]));
  log.add('cluster-c1', held('c1', 'ccn_investor_report', [COMMUNE, OTHER], '2025-07-01'));
  // Work that events give, due between the reports, and some without a day.
  for (const [id, to, on] of DOSSIERS) {
    const planned = cluster(id, id, [placement(['1@2025-07-01'])]);
    log.add(`cluster-${id}`, { ...planned, data: { ...planned.data, status: 'PLANNED' } } as DomainEvent);
    for (const dutyId of ['ccn_appraise_establishment', 'ccn_decide_establishment'])
      log.add(`cluster-${id}`, held(id, dutyId, [COMMUNE], '2025-07-01'));
    const data = { clusterId: id, to, effectiveOn: day(on), ...said };
    log.add(`cluster-${id}`, { type: 'cluster.advanced', data });
  }
  log.add('project-p1', {
    type: 'project.registered',
    data: {
      projectId: 'p1',
      name: 'P',
      clusterId: 'c1',
      investorName: 'Công ty P',
      status: 'OPERATING',
      ...said,
    },
  });
  log.add('project-p2', {
    type: 'project.registered',
    data: { projectId: 'p2', name: 'Q', status: 'OPERATING', ...said },
  });
  return log;
}

function undetermined(subjectId: string, dutyId: string, candidates: readonly string[]): DomainEvent {
  const open = { status: 'UNDETERMINED', holders: [], candidates } as const;
  const basis = { provenance: 'READ', pending: true } as const;
  return assigned({ subjectId, dutyId, from: day('2025-07-01'), ...open, basis });
}

const log = history();
const before = log.events.length;
log.add(`report-${OBLIGATION}`, submitted('2025-12-27'));
log.add(`report-${OBLIGATION}`, submitted('2025-12-20'));
const after = log.events.length;
const model = readModelOf(log.events);

const at = (validAt: string, knownSeq = after) => ({ validAt: day(validAt), knownSeq });
const rowsOf = (officeId: string, validAt: string, knownSeq = after, more: Partial<WorklistRequest> = {}) =>
  worklist(model, { officeId, includeReports: true, ...more }, at(validAt, knownSeq), { first: 50 }).rows.map(
    ({ row }) => row,
  );
const ids = (...asked: Parameters<typeof rowsOf>) => rowsOf(...asked).map(({ id }) => id);

describe('a worklist with the reports of its office', () => {
  it('has the recorded work alone unless it is asked for', () => {
    const without = rowsOf(COMMUNE, '2025-12-28', before, { includeReports: false });
    expect(without.map(({ subjectId }) => subjectId)).toEqual(['d1', 'd2', 'd3', 'd4']);
    expect(without).toEqual(
      model.tasks
        .worklist({ officeId: COMMUNE }, at('2025-12-28', before), { first: 50 })
        .rows.map(({ row }) => row),
    );
  });

  it('H22: has the district’s until its end and the commune’s after it, from the end of the period on', () => {
    expect(ids(DISTRICT, '2025-06-14')).toEqual(['report-due.report-local-authority.2024-Y.15.h@origin']);
    expect(ids(DISTRICT, '2025-06-30')).toContain(HALF);
    expect(ids(COMMUNE, '2025-06-30')).toEqual([]);
    expect(ids(COMMUNE, '2025-07-01')).toEqual([YEARLY]);
    expect(ids(COMMUNE, '2025-12-14', before)).not.toContain(YEAR);
    expect(rowsOf(COMMUNE, '2025-12-15', before).find(({ id }) => id === YEAR)).toEqual({
      id: YEAR,
      kind: 'REPORT_DUE',
      subjectId: OBLIGATION,
      officeId: COMMUNE,
      since: day('2025-12-15'),
      due: { day: day('2025-12-24'), certain: true },
      overdue: false,
      basis: { actId: '14-2024-tt-bct.bo-cong-thuong.2024-08-15', article: 'Đ.3', provenance: 'READ' },
    } satisfies TaskView);
  });

  it('has a report until it was handed in, as known', () => {
    const seen = (validAt: string, knownSeq: number) =>
      rowsOf(COMMUNE, validAt, knownSeq).find(({ id }) => id === YEAR)?.until ??
      ids(COMMUNE, validAt, knownSeq).includes(YEAR);
    expect(seen('2025-12-31', before)).toBe(true);
    expect(seen('2025-12-26', before + 1)).toBe('2025-12-27');
    expect(seen('2025-12-27', before + 1)).toBe(false);
    expect(seen('2025-12-19', after)).toBe('2025-12-20');
    expect(seen('2025-12-20', after)).toBe(false);
  });

  it('is one list by due day, start and id, page by page', () => {
    const all = rowsOf(COMMUNE, '2025-12-28', before);
    expect(all.map(({ subjectId, due, overdue }) => [subjectId, due?.day, overdue])).toEqual([
      ['transition_commune_annual_report.2025-A.1@2025-07-01', '2025-11-29', true],
      ['d1', '2025-12-05', true],
      ['report_infrastructure_investor.2025-Y.c1', '2025-12-19', true],
      ['d2', '2025-12-23', true],
      [OBLIGATION, '2025-12-24', true],
      ['d3', '2025-12-30', false],
      ['d4', undefined, false],
    ]);
    for (const first of [1, 2, 3, 6, 7]) expect(walk('2025-12-28', first)).toEqual(all.map(({ id }) => id));
    for (const cursor of ['x', '["2025-12-19"]'])
      expect(() =>
        worklist(model, { officeId: COMMUNE, includeReports: true }, at('2025-12-28'), {
          first: 1,
          after: cursor,
        }),
      ).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }));
  });

  it('has what is late alone where that is asked for', () => {
    const late = rowsOf(COMMUNE, '2025-12-24', before, { overdueOnly: true });
    expect(late.map(({ subjectId }) => subjectId)).toEqual([
      'transition_commune_annual_report.2025-A.1@2025-07-01',
      'd1',
      'report_infrastructure_investor.2025-Y.c1',
      'd2',
    ]);
    expect(ids(COMMUNE, '2025-12-25', before, { overdueOnly: true })).toContain(YEAR);
    expect(ids(COMMUNE, '2025-12-25', after, { overdueOnly: true })).not.toContain(YEAR);
  });

  it('has nothing of those who may have to, and each of those who have it together has it', () => {
    expect(ids(OTHER, '2025-12-28')).toEqual([
      'report-due.transition-commune-annual-report.2025-A.2@2025-07-01',
      `report-due.report-infrastructure-investor.2025-Y.c1.${OTHER}`,
      'report-due.report-local-authority.2025-Y.2@2025-07-01',
    ]);
    expect(ids('ENTERPRISE:cong-ty-p', '2025-12-28')).toEqual([
      'report-due.report-secondary-project.2025-H1.p1',
      'report-due.report-secondary-project.2025-Y.p1',
    ]);
    expect(ids('HDND_TINH:15@origin', '2025-12-28')).toEqual([]);
  });
});

function walk(validAt: string, first: number): readonly string[] {
  const found: string[] = [];
  let after: string | undefined;
  // A cursor that does not move on would walk for ever.
  while (found.length < 50) {
    const page = { first, ...(after === undefined ? {} : { after }) };
    const asked = { officeId: COMMUNE, includeReports: true };
    const { rows, hasNext } = worklist(model, asked, at(validAt, before), page);
    found.push(...rows.map(({ row }) => row.id));
    if (!hasNext) break;
    after = rows.at(-1)?.key;
  }
  return found;
}

describe('the task of a report', () => {
  const task = (id: string, validAt: string, knownSeq = after) => taskById(model, id, at(validAt, knownSeq));

  it('is found by its id, done or not, once its period is over', () => {
    expect(task(YEAR, '2025-12-14')).toBeUndefined();
    expect(task(YEAR, '2025-12-25', before)).toMatchObject({ officeId: COMMUNE, overdue: true });
    expect(task(YEAR, '2026-12-31', before)).toMatchObject({ overdue: true });
    expect(task(YEAR, '2026-12-31', before)).not.toHaveProperty('until');
    expect(task(YEAR, '2026-12-31')).toMatchObject({ until: '2025-12-20', overdue: false });
    const joint = `report-due.report-infrastructure-investor.2025-Y.c1.${OTHER}`;
    expect(task(joint, '2025-12-28')).toMatchObject({ id: joint, officeId: OTHER });
    expect(task('report-due.report-secondary-project.2025-Y.p1', '2025-12-28')?.officeId).toBe(
      'ENTERPRISE:cong-ty-p',
    );
    expect(task('report-due.report-secondary-project.2025-Y.p2', '2025-12-28')).toBeUndefined();
    expect(task('report-due.nothing.2025-Y.c1', '2025-12-28')).toBeUndefined();
  });

  it('is found for every row of every list', () => {
    for (const officeId of OFFICES)
      for (const row of rowsOf(officeId, '2025-12-28', before))
        expect(taskById(model, row.id, at('2025-12-28', before))).toEqual(row);
  });

  it('is never among what is brought before the chairman', () => {
    const late = model.tasks.toEscalate(at('2026-12-31'), { first: 50 }).rows.map(({ row }) => row.subjectId);
    expect(late).toEqual(['d1', 'd2', 'd3']);
  });
});

const OFFICES = [
  DISTRICT,
  COMMUNE,
  OTHER,
  'UBND_TINH:15@origin',
  'SO_CONG_THUONG:15@origin',
  'ENTERPRISE:cong-ty-p',
];

describe('reports found by their office', () => {
  const days = { dueFrom: day('2025-01-01'), dueTo: day('2026-12-31') };
  const asked = (officeId?: string) =>
    reportObligations(model, { ...days, ...(officeId === undefined ? {} : { officeId }) }, at('2026-12-31'), {
      first: 500,
    }).rows.map(({ row }) => row);

  it('are those of all that name it, the same to the last field', () => {
    const all = asked();
    for (const officeId of OFFICES) {
      const named = all.filter(({ reporter }) =>
        [...reporter.officeIds, ...reporter.candidates].includes(officeId),
      );
      expect(named.length).toBeGreaterThan(0);
      expect(asked(officeId)).toEqual(named);
    }
    expect(asked(COMMUNE).find(({ obligationId }) => obligationId === OBLIGATION)?.subjectIds).toEqual([
      'c1',
      'c2',
    ]);
    expect(asked(OTHER).map(({ obligationId }) => obligationId)).toContain(
      'report_local_authority.2025-Y.c3',
    );
  });
});
