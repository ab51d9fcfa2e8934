import { describe, expect, it } from '@jest/globals';
import { day } from '../testing/index.js';
import { COUNTRY } from '../testing/country.js';
import { chairmanOver } from './chairman.js';
import { COORDINATION, decideEscalate, type KnownTask } from './decide-escalate.js';

const acts = (id: string) =>
  id === COORDINATION.actId
    ? {
        actId: id,
        kind: 'DECREE' as const,
        number: '139/2025/NĐ-CP',
        issuer: 'Chính phủ',
        inForceFrom: day('2025-07-01'),
        endsOn: day('2027-03-01'),
        provenance: 'READ' as const,
        source: 'example',
      }
    : undefined;
const register = { acts, law: { lineage: COUNTRY } };
const late = day('2025-08-12');
const task: KnownTask = {
  taskId: 'matter-take-over.m1',
  kind: 'MATTER_TAKE_OVER',
  subjectId: 'm1',
  officeId: 'UBND_XA:04441@2025-07-01',
  since: day('2025-08-04'),
  due: { day: day('2025-08-11'), certain: true },
  escalated: false,
};

describe('escalating a task', () => {
  it('brings it before the chairman of the province', () => {
    expect(decideEscalate(task.taskId, task, late, register)).toEqual({
      ok: true,
      events: [
        {
          type: 'task.escalated',
          data: {
            taskId: 'matter-take-over.m1',
            kind: 'MATTER_TAKE_OVER',
            subjectId: 'm1',
            officeId: 'UBND_XA:04441@2025-07-01',
            toOfficeId: 'CT_UBND_TINH:15@2025-07-01',
            since: '2025-08-04',
            dueOn: '2025-08-11',
            overdueSince: '2025-08-12',
            effectiveOn: '2025-08-12',
            actId: '139-2025-nd-cp.chinh-phu.2025-06-12',
            article: 'Đ.22(3)',
            reason: expect.stringContaining('until 2025-08-11'),
            provenance: 'COMPUTED',
            source: expect.any(String),
          },
        },
      ],
    });
  });

  it.each<[string, Partial<KnownTask> | undefined, string, string, string]>([
    ['nothing waits', undefined, '2025-08-12', 'UNKNOWN_SUBJECT', 'taskId'],
    ['it was done', { until: day('2025-08-12') }, '2025-08-12', 'UNKNOWN_SUBJECT', 'taskId'],
    ['it was escalated', { escalated: true }, '2025-08-12', 'ALREADY_EXISTS', 'taskId'],
    ['it is a report', { kind: 'REPORT_DUE' }, '2025-08-12', 'NOT_APPLICABLE', 'taskId'],
    ['it is in time', {}, '2025-08-11', 'NOT_APPLICABLE', 'taskId'],
    [
      'its day is not certain',
      { due: { day: day('2025-08-11'), certain: false } },
      '2026-01-01',
      'NOT_APPLICABLE',
      'taskId',
    ],
    [
      'nobody stands above',
      { officeId: 'CT_UBND_TINH:15@2025-07-01' },
      '2025-08-12',
      'NOT_APPLICABLE',
      'officeId',
    ],
    ['the decree has lapsed', {}, '2027-03-01', 'ACT_NOT_IN_FORCE', 'actId'],
  ])('is refused where %s', (_what, over, on, code, field) => {
    const known = over && { ...task, ...over };
    expect(decideEscalate(task.taskId, known, day(on), register)).toMatchObject({
      ok: false,
      refusal: { code, field },
    });
  });

  it('never is for a late report: the decree is about handing over, and silence proves nothing', () => {
    expect(decideEscalate(task.taskId, { ...task, kind: 'REPORT_DUE' }, late, register)).toMatchObject({
      refusal: {
        message: expect.stringContaining('report'),
        remedy: expect.stringContaining('submitReport'),
      },
    });
  });

  it('is refused where nothing sets a day', () => {
    const { due: _due, ...undated } = task;
    expect(decideEscalate(task.taskId, undated, late, register)).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_APPLICABLE', message: expect.stringContaining('nothing sets a day') },
    });
  });
});

describe('the chairman over an office', () => {
  it.each([
    ['UBND_XA:04441@2025-07-01', '2025-08-01', 'CT_UBND_TINH:15@2025-07-01'],
    ['UBND_XA:04426@origin', '2025-06-30', 'CT_UBND_TINH:15@origin'],
    ['UBND_HUYEN:10.huyen-bao-yen@origin', '2025-06-30', 'CT_UBND_TINH:10@origin'],
    ['UBND_HUYEN:10.huyen-bao-yen@origin', '2025-07-01', 'CT_UBND_TINH:15@2025-07-01'],
    ['SO_CONG_THUONG:49@origin', '2026-01-01', 'CT_UBND_TINH:48@2025-07-01'],
    ['UBND_TINH:38@origin', '2026-01-01', 'CT_UBND_TINH:38@origin'],
    ['CT_UBND_TINH:38@origin', '2026-01-01', undefined],
    ['HDND_TINH:38@origin', '2026-01-01', undefined],
    ['BO_CONG_THUONG', '2026-01-01', undefined],
    ['ENTERPRISE:asgi', '2026-01-01', undefined],
    ['UBND_XA:99999@origin', '2026-01-01', undefined],
    ['UBND_XA:04441@2025-07-01', '2025-06-30', undefined],
  ])('%s on %s is %s', (office, on, chairman) => {
    expect(chairmanOver(office, day(on), COUNTRY)).toBe(chairman);
  });
});
