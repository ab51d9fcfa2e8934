import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Assignment } from '../responsibilities/assignment.js';
import { addDays } from '../time/calendar-days.js';
import { contains } from '../time/interval.js';
import { day } from '../testing/index.js';
import {
  evolveQuestions,
  tasksOfQuestions,
  type OpenQuestions,
  type RecordedAssignment,
} from './open-questions.js';

const isInvestors = (dutyId: string) => dutyId.startsWith('ccn_investor_');
const PROVINCE = 'UBND_TINH:15@2025-07-01';
const CHAIRMAN = 'CT_UBND_TINH:15@2025-07-01';
const decree = { actId: '139-2025-nd-cp.chinh-phu.2025-06-12', article: 'Đ.12', provenance: 'READ' } as const;

function said(
  dutyId: string,
  status: Assignment['status'],
  over: Partial<RecordedAssignment> = {},
): RecordedAssignment {
  return {
    subjectId: 'c1',
    dutyId,
    from: day('2025-07-01'),
    status,
    holders: [],
    candidates: [],
    basis: decree,
    manner: 'BY_LAW',
    explanation: 'test',
    ...over,
  };
}
const heldBy = (officeId: string) => [{ officeId, lead: false }];
const answering = [
  said('transition_coordinate_inflight_matters', 'HELD', { holders: heldBy(CHAIRMAN) }),
  said('ccn_assign_lead_authority_for_spanning_cluster', 'HELD', { holders: heldBy(PROVINCE) }),
  said('ccn_rearrange_public_unit_investor', 'HELD', { holders: heldBy(PROVINCE) }),
  said('ccn_select_infrastructure_investor', 'HELD', { holders: heldBy(PROVINCE) }),
];
const fold = (...assignments: readonly RecordedAssignment[]): OpenQuestions =>
  assignments.reduce<OpenQuestions | undefined>(
    (known, assignment) => evolveQuestions(known, assignment, isInvestors),
    undefined,
  )!;
const tasks = (...assignments: readonly RecordedAssignment[]) => tasksOfQuestions(fold(...assignments));

const joint = { holders: [...heldBy('UBND_XA:a@2025-07-01'), ...heldBy('UBND_XA:b@2025-07-01')] };
const leadNamed = { holders: joint.holders.map((h, i) => ({ ...h, lead: i === 0 })) };

describe('what the ledger leaves open', () => {
  it.each([
    ['ccn_manage_local_clusters', 'UNDETERMINED', {}, 'PLACE_UNDETERMINED', CHAIRMAN],
    ['ccn_manage_local_clusters', 'JOINT', joint, 'LEAD_MISSING', PROVINCE],
    ['ccn_investor_operate', 'CONTINUING_PENDING_REARRANGEMENT', {}, 'INVESTOR_REARRANGE', PROVINCE],
    ['ccn_investor_operate', 'VACANT', {}, 'INVESTOR_VACANT', PROVINCE],
    ['ccn_investor_operate', 'VACANT', { dissolvedUnitId: 'x@origin' }, 'INVESTOR_REARRANGE', PROVINCE],
  ] as const)('over %s, %s, waits for the office that answers', (dutyId, status, over, kind, officeId) => {
    expect(tasks(...answering, said(dutyId, status, over))).toEqual([
      {
        taskId: `${kind.toLowerCase().replaceAll('_', '-')}.c1.2025-07-01`,
        officeId,
        kind,
        subjectId: 'c1',
        since: '2025-07-01',
        basis: decree,
      },
    ]);
  });

  it.each([
    ['ccn_manage_local_clusters', 'HELD', {}],
    ['ccn_manage_local_clusters', 'JOINT', leadNamed],
    ['ccn_manage_local_clusters', 'VACANT', {}],
    ['ccn_investor_unit_continues_until_rearranged', 'VACANT', {}],
    ['ccn_investor_operate', 'UNDETERMINED', {}],
  ] as const)('is nothing over %s, %s', (dutyId, status, over) => {
    expect(tasks(...answering, said(dutyId, status, over))).toEqual([]);
  });

  it('is one piece of work for all duties, from the first day to the last', () => {
    const days = (from: string, to?: string) => ({ from: day(from), ...(to && { to: day(to) }) });
    const found = tasks(
      ...answering,
      said('a', 'UNDETERMINED', days('2025-07-01', '2026-01-01')),
      said('b', 'UNDETERMINED', days('2025-09-01', '2026-03-01')),
      said('c', 'UNDETERMINED', days('2026-03-01', '2026-04-01')),
      said('d', 'UNDETERMINED', days('2026-05-01')),
    );
    expect(found.map(({ since, until }) => [since, until])).toEqual([
      ['2025-07-01', '2026-04-01'],
      ['2026-05-01', undefined],
    ]);
  });

  it('is answered from the day of the decision on, and not before', () => {
    const settled = said('a', 'HELD', { from: day('2025-10-01') });
    expect(tasks(...answering, said('a', 'UNDETERMINED'), settled)).toMatchObject([
      { since: '2025-07-01', until: '2025-10-01' },
    ]);
    expect(tasks(...answering, said('a', 'UNDETERMINED'), { ...settled, from: day('2025-07-01') })).toEqual(
      [],
    );
  });

  it('passes to the province that answers next', () => {
    const merged = { from: day('2026-07-01'), holders: heldBy('UBND_TINH:99@2026-07-01') };
    const next = said('ccn_assign_lead_authority_for_spanning_cluster', 'HELD', merged);
    expect(tasks(...answering, said('a', 'JOINT', joint), next)).toMatchObject([
      { taskId: 'lead-missing.c1.2025-07-01', officeId: PROVINCE, until: '2026-07-01' },
      { taskId: 'lead-missing.c1.2026-07-01', officeId: 'UBND_TINH:99@2026-07-01', since: '2026-07-01' },
    ]);
  });

  it('waits for nobody as long as nobody is there to answer', () => {
    expect(tasks(said('a', 'UNDETERMINED'))).toEqual([]);
    expect(tasks(said('a', 'UNDETERMINED'), ...answering)).toHaveLength(1);
  });

  it('does not change where an assignment says nothing of it', () => {
    const known = fold(...answering, said('a', 'UNDETERMINED'));
    expect(evolveQuestions(known, said('b', 'HELD'), isInvestors)).toBe(known);
  });
});

describe('over any order of assignments', () => {
  const dayOf = (n: number) => addDays(day('2025-07-01'), n);
  const assignments = fc.array(
    fc
      .record({
        duty: fc.constantFrom('a', 'b', 'ccn_investor_operate'),
        status: fc.constantFrom<Assignment['status']>('HELD', 'JOINT', 'UNDETERMINED', 'VACANT'),
        from: fc.integer({ min: 0, max: 20 }),
        length: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
      })
      .map(({ duty, status, from, length }) =>
        said(duty, status, {
          from: dayOf(from),
          ...(length === undefined ? {} : { to: dayOf(from + length) }),
          ...(status === 'JOINT' ? joint : {}),
        }),
      ),
    { maxLength: 12 },
  );

  it('a task waits on a day exactly where the last word on some duty leaves it open', () => {
    fc.assert(
      fc.property(assignments, fc.integer({ min: 0, max: 35 }), (recorded, n) => {
        const on = dayOf(n);
        const last = new Map(recorded.filter((a) => contains(a, on)).map((a) => [a.dutyId, a]));
        const open = [...last.values()].flatMap(({ dutyId, status }) => {
          if (status === 'JOINT') return ['LEAD_MISSING'];
          if (status === 'UNDETERMINED') return isInvestors(dutyId) ? [] : ['PLACE_UNDETERMINED'];
          return status === 'VACANT' && isInvestors(dutyId) ? ['INVESTOR_VACANT'] : [];
        });
        const waiting = tasks(...answering, ...recorded).filter(
          ({ since, until }) => since <= on && (until === undefined || on < until),
        );
        expect(waiting.map(({ kind }) => kind).sort()).toEqual([...new Set(open)].sort());
      }),
    );
  });
});
