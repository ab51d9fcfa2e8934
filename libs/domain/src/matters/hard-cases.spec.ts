import { describe, expect, it } from '@jest/globals';
import { day } from '../testing/law.js';
import {
  CHAIRMAN_LAO_CAI,
  DONG_CUONG,
  matterLaw,
  matterOf,
  matterRegister,
  placedIn,
  recordOf,
  step,
  VAN_YEN,
  XUAN_AI,
} from '../testing/matters.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import type { WorkingCalendar } from '../time/working-days.js';
import { deadlineOn } from './deadline.js';
import { decideCoordinateMatter, decideTakeOverMatter } from './decide-step.js';
import { evolveMatter } from './evolve.js';
import { matterOn } from './standing.js';

const LAW = matterLaw();
const REGISTER = matterRegister(LAW);
const CALENDAR: WorkingCalendar = { kindOf: () => undefined, isComplete: () => true, unsettled: [] };
const fact = (on: string) =>
  ({ matterId: 'dossier', effectiveOn: day(on), provenance: 'STATED', source: 'test' }) as const;

describe('H13: a procedure in progress at the cutover', () => {
  const record = recordOf({
    officeId: VAN_YEN,
    places: [placedIn(['04426@origin'])],
    startedOn: day('2025-06-16'),
    applicableActId: 'nd-32',
    clock: { days: 25, working: false, startedOn: day('2025-06-16'), actId: 'nd-32', article: 'Đ.10(3)' },
  });
  const matter = matterOf(
    record,
    step.takenOver(XUAN_AI, '2025-07-01'),
    step.accepted(XUAN_AI, '2025-07-08'),
  );

  it('did the 25-day limit restart? It did not: its last day is the same before and after, whoever has it', () => {
    const dueOn = (on: string) => deadlineOn(matter, day(on), CALENDAR)?.dueOn;
    expect(['2025-06-16', '2025-06-30', '2025-07-01', '2025-07-08'].map(dueOn)).toEqual(
      Array<string>(4).fill('2025-07-11'),
    );
  });

  it('whose is the next action? The district’s, then the commune’s; the step and the decree are the same', () => {
    const on = (text: string) => matterOn(matter, day(text), LAW);
    expect([on('2025-06-30')?.officeId, on('2025-07-01')?.officeId]).toEqual([VAN_YEN, XUAN_AI]);
    expect([on('2025-06-30')?.step, on('2025-07-08')?.step]).toEqual([record.step, record.step]);
    expect(matter.applicableActId).toBe('nd-32');
  });

  it('what was not accepted by then? Known before the minutes were recorded and after them, both answers stand', () => {
    const before = matterOf(record);
    const after = evolveMatter(before, step.takenOver(XUAN_AI, '2025-07-01'));
    expect(matterOn(before, day('2025-07-05'), LAW)?.stage).toBe('TO_BE_TAKEN_OVER');
    expect(after && matterOn(after, day('2025-07-05'), LAW)?.stage).toBe('TAKEN_OVER');
  });
});

describe('H30: the enterprise in one commune, its project in another', () => {
  const matter = matterOf(
    recordOf({
      officeId: VAN_YEN,
      places: [placedIn(['04426@origin'], { of: 'APPLICANT' }), placedIn(['04396@origin'])],
    }),
  );

  it('which committee took the file? Neither by itself', () => {
    expect(matterOn(matter, day('2025-07-01'), LAW)).toMatchObject({
      stage: 'COORDINATION_NEEDED',
      candidates: [DONG_CUONG, XUAN_AI],
    });
    const take = { ...fact('2025-07-02'), officeId: XUAN_AI, actId: 'nd-139' };
    expect(
      refusalOf(
        decideTakeOverMatter(
          take,
          matter,
          { office: XUAN_AI, operator: false, today: day('2025-07-02') },
          REGISTER,
        ),
      ).code,
    ).toBe('INVALID_STEP');
  });

  it('and who decided? The chairman of the province, by a document that the record names', () => {
    const input = {
      ...fact('2025-07-02'),
      officeId: DONG_CUONG,
      actId: 'undated',
      reason: 'The project lies there.',
    };
    const [decided] = eventsOf(decideCoordinateMatter(input, matter, CHAIRMAN_LAO_CAI, REGISTER));
    const after = decided && evolveMatter(matter, decided);
    expect(after && matterOn(after, day('2025-07-02'), LAW)).toMatchObject({
      stage: 'COORDINATED',
      officeId: DONG_CUONG,
      basis: { actId: 'undated' },
    });
    expect(decided?.data.byOfficeId).toBe(CHAIRMAN_LAO_CAI);
  });
});
