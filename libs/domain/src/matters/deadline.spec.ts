import { describe, expect, it } from '@jest/globals';
import { day } from '../testing/law.js';
import { matterOf, recordOf, step, THO_XUAN, XUAN_HOA } from '../testing/matters.js';
import { dueOf } from '../tasks/due.js';
import type { WorkingCalendar } from '../time/working-days.js';
import { clockAllows, deadlineOn, termOn } from './deadline.js';
import type { MatterClock } from './matter.js';

/** 2025-07-04 is a holiday of this calendar, and of no other. */
const CALENDAR: WorkingCalendar = {
  kindOf: (on) => (on === '2025-07-04' ? 'HOLIDAY' : undefined),
  isComplete: (year) => year === 2025,
  unsettled: [],
};
const clock = (more: Partial<MatterClock> = {}): MatterClock => ({ days: 25, working: false, ...more });
const due = (more: Partial<MatterClock>, on: string) =>
  deadlineOn(matterOf(recordOf({ clock: clock(more) })), day(on), CALENDAR);
const changed = (change: 'PAUSED' | 'RESUMED' | 'EXTENDED' | 'STARTED', on: string, days?: number) =>
  step.advanced(XUAN_HOA, on, { clock: { change, ...(days === undefined ? {} : { days }) } });

describe('the deadline of a matter', () => {
  it('is counted from its start as if no office had ended', () => {
    for (const on of ['2025-06-20', '2025-07-01', '2025-08-01'])
      expect(due({ startedOn: day('2025-06-20') }, on)).toEqual({
        state: 'RUNNING',
        days: 25,
        working: false,
        dueOn: '2025-07-15',
        certain: true,
      });
  });

  it('is counted in working days where the rule says so', () => {
    expect(due({ days: 5, working: true, startedOn: day('2025-06-30') }, '2025-07-01')?.dueOn).toBe(
      '2025-07-08',
    );
  });

  it('has the days that were left at the cutover, after the last day of the districts', () => {
    expect(due({ remainingAtCutover: 11, startedOn: day('2025-05-05') }, '2025-07-01')?.dueOn).toBe(
      '2025-07-11',
    );
    expect(due({ working: true, remainingAtCutover: 4 }, '2025-07-01')?.dueOn).toBe('2025-07-07');
  });

  it('is not known where no source says since when', () => {
    expect(due({}, '2025-07-01')).toEqual({ state: 'NOT_STATED', days: 25, working: false, certain: true });
    expect(deadlineOn(matterOf(recordOf()), day('2025-07-01'), CALENDAR)).toBeUndefined();
  });

  it('says where the holidays of a year are not known', () => {
    const late = due({ days: 5, working: true, startedOn: day('2025-12-30') }, '2026-01-02');
    expect(late).toMatchObject({ dueOn: '2026-01-06', certain: false });
  });

  it('stands still, and goes on with the days that were left', () => {
    const record = recordOf({ clock: clock({ startedOn: day('2025-06-20') }) });
    const matter = matterOf(record, changed('PAUSED', '2025-06-26'), changed('RESUMED', '2025-07-21'));
    expect(deadlineOn(matter, day('2025-06-25'), CALENDAR)?.dueOn).toBe('2025-07-15');
    expect(deadlineOn(matter, day('2025-07-01'), CALENDAR)).toEqual({
      state: 'PAUSED',
      days: 25,
      working: false,
      remaining: 20,
      certain: true,
    });
    expect(deadlineOn(matter, day('2025-07-21'), CALENDAR)?.dueOn).toBe('2025-08-09');
  });

  it('that stood still when it was recorded stands still over the cutover', () => {
    const paused = due({ startedOn: day('2025-06-20'), pausedOn: day('2025-06-26') }, '2025-09-01');
    expect(paused).toMatchObject({ state: 'PAUSED', remaining: 20 });
    expect(due({ remainingAtCutover: 7, pausedOn: day('2025-06-26') }, '2025-09-01')).toMatchObject({
      remaining: 7,
    });
  });

  it('is extended while it runs and while it stands still', () => {
    const record = recordOf({ clock: clock({ startedOn: day('2025-06-20') }) });
    const extended = matterOf(record, changed('EXTENDED', '2025-07-02', 10));
    expect(deadlineOn(extended, day('2025-07-02'), CALENDAR)).toMatchObject({
      days: 35,
      dueOn: '2025-07-25',
    });
    const paused = matterOf(record, changed('PAUSED', '2025-06-26'), changed('EXTENDED', '2025-07-02', 10));
    expect(deadlineOn(paused, day('2025-07-02'), CALENDAR)?.remaining).toBe(30);
  });

  it('starts anew only where a step says so', () => {
    const matter = matterOf(recordOf(), changed('STARTED', '2025-08-01', 7));
    expect(deadlineOn(matter, day('2025-07-31'), CALENDAR)).toBeUndefined();
    expect(deadlineOn(matter, day('2025-08-01'), CALENDAR)).toMatchObject({ days: 7, dueOn: '2025-08-08' });
  });

  it('that was missed before it stood still stays missed', () => {
    const record = recordOf({ clock: clock({ days: 3, startedOn: day('2025-06-20') }) });
    const matter = matterOf(record, changed('PAUSED', '2025-07-01'), changed('RESUMED', '2025-07-10'));
    expect(deadlineOn(matter, day('2025-07-02'), CALENDAR)?.remaining).toBe(-7);
    expect(deadlineOn(matter, day('2025-07-10'), CALENDAR)?.dueOn).toBe('2025-07-09');
  });
});

describe('the term of a matter', () => {
  const stopped = (working: boolean) =>
    matterOf(
      recordOf({ clock: clock({ working, startedOn: day('2025-06-20') }) }),
      changed('PAUSED', '2025-06-26'),
      changed('RESUMED', '2025-07-21'),
    );

  it.each([true, false])('says when it ran before it stood still (working days: %s)', (working) => {
    const given = { days: 25, working };
    expect(termOn(stopped(working), day('2025-06-25'))).toEqual({ ...given, after: '2025-06-20' });
    expect(termOn(stopped(working), day('2025-07-01'))).toBeUndefined();
    expect(termOn(stopped(working), day('2025-07-21'))).toEqual({
      ...given,
      after: '2025-07-20',
      ran: [{ after: '2025-06-20', to: '2025-06-25' }],
    });
  });

  it.each([true, false])('leads to the day of its deadline (working days: %s)', (working) => {
    const matter = matterOf(
      recordOf({ clock: clock({ working, startedOn: day('2025-06-20') }) }),
      ...[changed('PAUSED', '2025-06-26'), changed('RESUMED', '2025-07-21')],
      ...[
        changed('PAUSED', '2025-07-28'),
        changed('EXTENDED', '2025-07-30', 5),
        changed('RESUMED', '2025-08-04'),
      ],
    );
    const deadline = deadlineOn(matter, day('2025-08-04'), CALENDAR);
    const term = termOn(matter, day('2025-08-04'));
    expect(deadline?.dueOn).toBeDefined();
    expect(dueOf({ since: day('2025-07-01'), ...(term && { due: term }) }, CALENDAR)).toEqual({
      day: deadline?.dueOn,
      certain: deadline?.certain,
    });
  });
});

describe('what may happen to a clock', () => {
  const none = matterOf(recordOf({ officeId: THO_XUAN }));
  const unknown = matterOf(recordOf({ clock: clock() }));
  const running = matterOf(recordOf({ clock: clock({ startedOn: day('2025-06-20') }) }));
  const paused = matterOf(
    recordOf({ clock: clock({ startedOn: day('2025-06-20'), pausedOn: day('2025-06-21') }) }),
  );

  it.each([
    ['none', none, 'STARTED'],
    ['not stated', unknown, 'STARTED EXTENDED'],
    ['running', running, 'STARTED PAUSED EXTENDED'],
    ['paused', paused, 'STARTED RESUMED EXTENDED'],
  ])('%s', (_name, matter, allowed) => {
    const may = (['STARTED', 'PAUSED', 'RESUMED', 'EXTENDED'] as const).filter((c) =>
      clockAllows(matter, c, day('2025-07-02')),
    );
    expect(may.join(' ')).toBe(allowed);
  });

  it('and what is recorded for a later day has still to follow', () => {
    const matter = matterOf(
      recordOf({ clock: clock({ startedOn: day('2025-06-20') }) }),
      changed('PAUSED', '2025-07-10'),
    );
    expect(clockAllows(matter, 'PAUSED', day('2025-07-05'))).toBe(false);
    expect(clockAllows(matter, 'RESUMED', day('2025-07-20'))).toBe(true);
  });
});
