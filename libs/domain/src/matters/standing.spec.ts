import { describe, expect, it } from '@jest/globals';
import { SUCCESSIONS, UNITS } from '../testing/country.js';
import { day } from '../testing/law.js';
import { lineageOf } from '../testing/lineage.js';
import {
  CHAIRMAN_HANOI,
  CHAIRMAN_LAO_CAI,
  CHAIRMAN_THANH_HOA,
  DONG_CUONG,
  matterLaw,
  matterOf,
  placedIn,
  recordOf,
  SOC_SON,
  step,
  THO_XUAN,
  VAN_YEN,
  withoutOffice,
  XUAN_AI,
  XUAN_HOA,
} from '../testing/matters.js';
import { atCutover } from './cutover.js';
import type { Matter } from './evolve.js';
import { matterOn, matterTimeline } from './standing.js';
import { tasksOfMatter } from './tasks.js';

const LAW = matterLaw();
const on = (matter: Matter, text: string, law = LAW) => matterOn(matter, day(text), law);

describe('who continues a matter', () => {
  it('is the district until its last day, then the one commune that its territory leads to', () => {
    const matter = matterOf(recordOf());
    expect(on(matter, '2025-06-09')).toBeUndefined();
    expect(on(matter, '2025-06-30')).toMatchObject({
      stage: 'IN_PROGRESS',
      officeId: THO_XUAN,
      from: '2025-06-10',
      to: '2025-07-01',
    });
    const after = on(matter, '2025-07-01');
    expect(after).toMatchObject({
      stage: 'TO_BE_TAKEN_OVER',
      officeId: XUAN_HOA,
      candidates: [],
      from: '2025-07-01',
      basis: { actId: 'nd-139', article: 'Đ.22(3)', provenance: 'READ' },
    });
    expect(after).not.toHaveProperty('to');
    expect(after?.explanation).toContain('not stated');
    const applicant = recordOf({ places: [placedIn(['15517@origin'], { of: 'APPLICANT' })] });
    expect(on(matterOf(applicant), '2025-07-01')?.explanation).not.toContain('not stated');
  });

  it('two communes that became one lead to one', () => {
    const matter = matterOf(recordOf({ places: [placedIn(['15517@origin', '15520@origin'])] }));
    expect(on(matter, '2025-07-01')?.officeId).toBe(XUAN_HOA);
  });

  it('is the commune of the district itself where no place is stated and it leads to one', () => {
    const matter = matterOf(recordOf({ places: [] }));
    expect(on(matter, '2025-07-01')).toMatchObject({ stage: 'TO_BE_TAKEN_OVER', officeId: XUAN_HOA });
  });

  it('is nobody yet where the commune was divided', () => {
    const matter = matterOf(recordOf({ officeId: SOC_SON, places: [placedIn(['00427@origin'])] }));
    const after = on(matter, '2025-07-01');
    expect(after).toMatchObject({
      stage: 'COORDINATION_NEEDED',
      candidates: ['UBND_XA:00376@2025-07-01', 'UBND_XA:00433@2025-07-01'],
      coordinators: [CHAIRMAN_HANOI],
    });
    expect(after?.explanation).toContain('divided');
    expect(after).not.toHaveProperty('officeId');
  });

  it('is nobody yet where the enterprise sits in one commune and its project in another', () => {
    const places = [placedIn(['04426@origin'], { of: 'APPLICANT' }), placedIn(['04396@origin'])];
    const after = on(matterOf(recordOf({ officeId: VAN_YEN, places })), '2025-07-01');
    expect(after).toMatchObject({
      stage: 'COORDINATION_NEEDED',
      candidates: [DONG_CUONG, XUAN_AI],
      coordinators: [CHAIRMAN_LAO_CAI],
    });
    expect(after?.explanation).toContain('different communes');
  });

  it('has no common chairman where the two lie in different provinces', () => {
    const places = [placedIn(['15517@origin'], { of: 'APPLICANT' }), placedIn(['04396@origin'])];
    const after = on(matterOf(recordOf({ officeId: VAN_YEN, places })), '2025-07-01');
    expect(after?.coordinators).toEqual([CHAIRMAN_LAO_CAI, CHAIRMAN_THANH_HOA]);
  });

  it('is nobody yet where the place is only inferred', () => {
    const places = [placedIn(['15517@origin'], { provenance: 'INFERRED' })];
    const after = on(matterOf(recordOf({ places })), '2025-07-01');
    expect(after).toMatchObject({ stage: 'COORDINATION_NEEDED', candidates: [XUAN_HOA] });
  });

  it('is not said where the source names no office; a district’s would be with whom the territory leads to', () => {
    const matter = matterOf(withoutOffice());
    expect(on(matter, '2025-06-30')).toMatchObject({ stage: 'UNDETERMINED', candidates: [] });
    expect(on(matter, '2025-07-01')).toMatchObject({ stage: 'UNDETERMINED', candidates: [XUAN_HOA] });
    expect(on(matterOf(recordOf({ provenance: 'UNVERIFIED' })), '2025-07-01')?.stage).toBe('UNDETERMINED');
  });

  it('stays with a province’s office, and with that of the province that succeeded', () => {
    const kept = matterOf(recordOf({ officeId: 'SO_CONG_THUONG:38@origin' }));
    expect(on(kept, '2025-07-01')).toMatchObject({
      stage: 'IN_PROGRESS',
      officeId: 'SO_CONG_THUONG:38@origin',
    });
    const merged = matterOf(
      recordOf({ officeId: 'SO_CONG_THUONG:49@origin', places: [placedIn(['20524@origin'])] }),
    );
    expect(on(merged, '2025-06-30')?.officeId).toBe('SO_CONG_THUONG:49@origin');
    const after = on(merged, '2025-07-01');
    expect(after).toMatchObject({
      stage: 'IN_PROGRESS',
      officeId: 'SO_CONG_THUONG:48@2025-07-01',
      from: '2025-07-01',
    });
    expect(after?.explanation).toContain('succeeded');
  });

  it('is nobody yet while the unit that its own went into is not recorded', () => {
    const lineage = lineageOf(UNITS, [...SUCCESSIONS, ['15517@origin', '99999@2025-07-01', 'PARTIAL']]);
    const after = on(matterOf(recordOf()), '2025-07-01', matterLaw(lineage));
    expect(after).toMatchObject({ stage: 'COORDINATION_NEEDED', candidates: [] });
    expect(after?.explanation).toContain('not recorded');
  });

  it('an enterprise’s or the ministry’s office does not end', () => {
    expect(on(matterOf(recordOf({ officeId: 'BO_CONG_THUONG' })), '2025-07-01')?.stage).toBe('IN_PROGRESS');
  });
});

describe('what was recorded later', () => {
  const taken = matterOf(
    recordOf(),
    step.takenOver(XUAN_HOA, '2025-07-03'),
    step.accepted(XUAN_HOA, '2025-07-10'),
    step.advanced(XUAN_HOA, '2025-08-01', { step: 'Gửi Sở Công Thương' }),
    step.closed(XUAN_HOA, '2025-09-01'),
  );

  it('counts from its own day', () => {
    expect(matterTimeline(taken, LAW).map(({ stage, from, to }) => [stage, from, to])).toEqual([
      ['IN_PROGRESS', '2025-06-10', '2025-07-01'],
      ['TO_BE_TAKEN_OVER', '2025-07-01', '2025-07-03'],
      ['TAKEN_OVER', '2025-07-03', '2025-07-10'],
      ['ACCEPTED', '2025-07-10', '2025-09-01'],
      ['CLOSED', '2025-09-01', undefined],
    ]);
    expect(on(taken, '2025-07-31')?.step).toBe('Lập hồ sơ');
    expect(on(taken, '2025-08-01')?.step).toBe('Gửi Sở Công Thương');
    expect(on(taken, '2025-09-01')).toMatchObject({ outcome: 'DECIDED', officeId: XUAN_HOA });
  });

  it('counts in the order of days, whatever the order of record', () => {
    const { steps, ...record } = taken;
    expect(matterTimeline(matterOf(record, ...steps.toReversed()), LAW)).toEqual(matterTimeline(taken, LAW));
  });

  it('settles nothing where it is only inferred', () => {
    const inferred = step.takenOver(XUAN_HOA, '2025-07-03');
    const matter = matterOf(recordOf(), {
      ...inferred,
      data: { ...inferred.data, provenance: 'INFERRED' },
    } as typeof inferred);
    expect(on(matter, '2025-07-03')?.stage).toBe('TO_BE_TAKEN_OVER');
  });

  it('a commune that accepted it and is merged again passes it on', () => {
    const units = UNITS.map((u) => (u.id === '04441@2025-07-01' ? { ...u, to: '2028-01-01' } : u));
    const lineage = lineageOf(units, [...SUCCESSIONS, ['04441@2025-07-01', '04399@2025-07-01', 'WHOLE']]);
    const places = [placedIn(['04426@origin'], { of: 'APPLICANT' }), placedIn(['04396@origin'])];
    const matter = matterOf(
      recordOf({ officeId: VAN_YEN, places }),
      step.coordinated(XUAN_AI, CHAIRMAN_LAO_CAI, '2025-07-05'),
      step.accepted(XUAN_AI, '2025-07-06'),
    );
    const law = matterLaw(lineage);
    expect(on(matter, '2027-12-31', law)).toMatchObject({ stage: 'ACCEPTED', officeId: XUAN_AI });
    expect(on(matter, '2028-01-01', law)).toMatchObject({ stage: 'TO_BE_TAKEN_OVER', officeId: DONG_CUONG });
  });
});

describe('in flight at the cutover', () => {
  it.each([
    ['IN_FLIGHT', matterOf(recordOf())],
    ['IN_FLIGHT', matterOf(recordOf({ asOf: day('2025-07-09'), startedOn: day('2025-06-30') }))],
    ['NOT_STATED', matterOf(recordOf({ asOf: day('2025-07-09') }))],
    ['NOT_IN_FLIGHT', matterOf(recordOf({ asOf: day('2025-07-09'), startedOn: day('2025-07-01') }))],
    ['NOT_IN_FLIGHT', matterOf(recordOf(), step.closed(THO_XUAN, '2025-06-30'))],
    ['IN_FLIGHT', matterOf(recordOf(), step.closed(THO_XUAN, '2025-07-01'))],
  ])('%s', (expected, matter) => {
    expect(atCutover(matter)).toBe(expected);
  });
});

describe('the work that a matter makes', () => {
  const shown = (matter: Matter) =>
    tasksOfMatter(matter, LAW).map(({ kind, officeId, since, until }) => [kind, officeId, since, until]);

  it('waits for the district, the commune that has to take it over, and so on, each until it was done', () => {
    const matter = matterOf(
      recordOf(),
      step.takenOver(XUAN_HOA, '2025-07-03'),
      step.accepted(XUAN_HOA, '2025-07-10'),
    );
    expect(shown(matter)).toEqual([
      ['MATTER_DECIDE', THO_XUAN, '2025-06-10', '2025-07-01'],
      ['MATTER_TAKE_OVER', XUAN_HOA, '2025-07-01', '2025-07-03'],
      ['MATTER_ACCEPT', XUAN_HOA, '2025-07-03', '2025-07-10'],
      ['MATTER_DECIDE', XUAN_HOA, '2025-07-10', undefined],
    ]);
  });

  it('waits for the chairman where the territory does not say, and for nobody before the cutover', () => {
    const matter = matterOf(withoutOffice({ places: [placedIn(['00427@origin'])] }));
    expect(shown(matter)).toEqual([['MATTER_COORDINATE', CHAIRMAN_HANOI, '2025-07-01', undefined]]);
    expect(tasksOfMatter(matter, LAW)[0]?.basis).toEqual({
      actId: 'nd-139',
      article: 'Đ.22(3)',
      provenance: 'READ',
    });
  });

  it('is due when the matter is, whoever has it', () => {
    const clock = { days: 25, working: true, startedOn: day('2025-06-20') };
    const tasks = tasksOfMatter(matterOf(recordOf({ clock }), step.takenOver(XUAN_HOA, '2025-07-03')), LAW);
    const due = { days: 25, working: true, after: '2025-06-20' };
    expect(tasks.map((t) => t.due)).toEqual([due, due, due]);
    const paused = step.advanced(THO_XUAN, '2025-06-25', { clock: { change: 'PAUSED' } });
    expect(tasksOfMatter(matterOf(recordOf({ clock }), paused), LAW).at(-1)).not.toHaveProperty('due');
  });

  it('has ids that differ', () => {
    const matter = matterOf(
      recordOf(),
      step.takenOver(XUAN_HOA, '2025-07-03'),
      step.accepted(XUAN_HOA, '2025-07-10'),
    );
    const ids = tasksOfMatter(matter, LAW).map((t) => t.taskId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9.:@-]+$/);
  });
});
