import { describe, expect, it } from '@jest/globals';
import { day } from '../testing/law.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import { schemeOf, TestSchemes } from '../testing/schemes.js';
import { decideAdvanceScheme } from './decide-advance.js';
import { decideRegisterScheme } from './decide-register.js';
import type { SchemeAdvanced } from './scheme.js';
import { schemeStepOn } from './state-on.js';
import {
  hasStep,
  NEXT_STEPS,
  SCHEME_STEPS,
  stepsAfter,
  type SchemeProgramme,
  type SchemeStep,
} from './steps.js';

/** Domain.md 3.4, arrow by arrow; the branches leave the steps from the annual plan to the implementation. */
const MAIN: readonly (readonly [SchemeProgramme, SchemeStep, SchemeStep])[] = [
  ['NATIONAL', 'REGISTERED', 'APPRAISED_LOCAL'],
  ['NATIONAL', 'APPRAISED_LOCAL', 'APPRAISED_MINISTRY'],
  ['LOCAL', 'APPRAISED_LOCAL', 'APPROVED_LOCAL'],
  ['NATIONAL', 'APPRAISED_MINISTRY', 'IN_ANNUAL_PLAN'],
  ['LOCAL', 'APPROVED_LOCAL', 'IN_ANNUAL_PLAN'],
  ['NATIONAL', 'IN_ANNUAL_PLAN', 'CONTRACTED'],
  ['NATIONAL', 'CONTRACTED', 'ADVANCED'],
  ['NATIONAL', 'ADVANCED', 'IMPLEMENTING'],
  ['NATIONAL', 'IMPLEMENTING', 'ACCEPTED_BASE'],
  ['NATIONAL', 'ACCEPTED_BASE', 'LIQUIDATED'],
  ['NATIONAL', 'LIQUIDATED', 'SETTLED'],
  ['NATIONAL', 'SETTLED', 'CLOSED'],
];
const RUNNING: readonly SchemeStep[] = ['IN_ANNUAL_PLAN', 'CONTRACTED', 'ADVANCED', 'IMPLEMENTING'];
const BRANCHES: readonly SchemeStep[] = ['ADJUSTED', 'STOPPED', 'SUPPLEMENTED'];
const AFTER_STOP: readonly SchemeStep[] = ['LIQUIDATED', 'SETTLED', 'CLOSED'];
const ALLOWED = [
  ...MAIN,
  ...RUNNING.flatMap((from) => BRANCHES.map((to) => ['NATIONAL', from, to] as const)),
  ...AFTER_STOP.map((to) => ['NATIONAL', 'STOPPED', to] as const),
];
const isAllowed = (programme: SchemeProgramme, from: SchemeStep, to: SchemeStep) =>
  ALLOWED.some(([, f, t]) => f === from && t === to) && hasStep(programme, from) && hasStep(programme, to);

const registered = (step: SchemeStep, programme: SchemeProgramme = 'NATIONAL') =>
  new TestSchemes().record(
    eventsOf(decideRegisterScheme(schemeOf('s', undefined, { step, programme }), new TestSchemes())),
  );
const step = (to: SchemeStep, on: string, more: Partial<SchemeAdvanced> = {}): SchemeAdvanced => ({
  schemeId: 's',
  to,
  effectiveOn: day(on),
  provenance: 'STATED',
  source: 'test',
  ...more,
});
const take = (register: TestSchemes, ...steps: readonly SchemeAdvanced[]) => {
  for (const one of steps) register.record(eventsOf(decideAdvanceScheme(one, register)));
  return register;
};

describe('every transition of a scheme', () => {
  it.each(ALLOWED)('%s: given %s, when it takes %s, then that is recorded', (programme, from, to) => {
    const register = registered(from, programme);
    const input = step(to, '2025-03-01', { document: '12/2025/HĐ', signedOn: day('2025-02-27') });
    expect(eventsOf(decideAdvanceScheme(input, register))).toEqual([
      { type: 'scheme.advanced', data: input },
    ]);
    expect(schemeStepOn(take(register, input).known('s'), day('2025-03-01'))?.to).toBe(to);
  });

  it('and no other is allowed', () => {
    for (const programme of ['NATIONAL', 'LOCAL'] as const) {
      for (const from of SCHEME_STEPS.filter((s) => s !== 'UNKNOWN' && hasStep(programme, s))) {
        if (from === 'ADJUSTED' || from === 'SUPPLEMENTED') continue;
        for (const to of SCHEME_STEPS) {
          const decision = decideAdvanceScheme(step(to, '2025-03-01'), registered(from, programme));
          expect([programme, from, to, decision.ok]).toEqual([
            programme,
            from,
            to,
            isAllowed(programme, from, to),
          ]);
          if (!decision.ok) expect(decision.refusal.code).toBe('INVALID_STEP');
        }
      }
    }
  });

  it('begins anywhere where no source says how it stood', () => {
    expect(stepsAfter(['UNKNOWN'], 'LOCAL')).toHaveLength(SCHEME_STEPS.length - 2);
    expect(stepsAfter(['UNKNOWN'], 'LOCAL')).not.toContain('APPRAISED_MINISTRY');
    expect(stepsAfter(['APPRAISED_LOCAL'], 'UNKNOWN')).toEqual(['APPRAISED_MINISTRY', 'APPROVED_LOCAL']);
    expect(NEXT_STEPS.CLOSED).toEqual([]);
  });

  it.each(['ADJUSTED', 'SUPPLEMENTED'] as const)('%s goes on from where it stood', (detour) => {
    for (const from of RUNNING)
      expect(stepsAfter([from, detour], 'NATIONAL')).toEqual([from, ...NEXT_STEPS[from]]);
    const register = take(
      registered('CONTRACTED'),
      step(detour, '2025-03-01'),
      step('STOPPED', '2025-04-01'),
    );
    expect(schemeStepOn(register.known('s'), day('2025-04-01'))?.to).toBe('STOPPED');
    const twice = take(registered('IMPLEMENTING'), step(detour, '2025-03-01'), step(detour, '2025-04-01'));
    expect(take(twice, step('ACCEPTED_BASE', '2025-05-01')).known('s').steps).toHaveLength(4);
    expect(stepsAfter([detour], 'LOCAL')).toEqual(stepsAfter(['UNKNOWN'], 'LOCAL'));
  });
});

describe('the steps by day', () => {
  const begun = () => take(registered('CONTRACTED'), step('ADVANCED', '2025-03-01'));

  it('answer for the day, also before the first', () => {
    const scheme = begun().known('s');
    expect(schemeStepOn(scheme, day('2025-02-28'))?.to).toBe('CONTRACTED');
    expect(schemeStepOn(scheme, day('2025-03-01'))?.to).toBe('ADVANCED');
    const dated = schemeOf('s', undefined, { stepOn: day('2025-01-10') });
    const register = new TestSchemes();
    register.record(eventsOf(decideRegisterScheme(dated, register)));
    expect(schemeStepOn(register.known('s'), day('2025-01-09'))).toBeUndefined();
  });

  it('take an earlier one that is learnt later, where what followed allows it', () => {
    const register = take(begun(), step('IMPLEMENTING', '2025-05-01'));
    const late = take(register, step('ADJUSTED', '2025-04-01'));
    expect(late.known('s').steps.map(({ to }) => to)).toEqual([
      'CONTRACTED',
      'ADVANCED',
      'ADJUSTED',
      'IMPLEMENTING',
    ]);
    expect(schemeStepOn(late.known('s'), day('2025-04-30'))?.to).toBe('ADJUSTED');
    expect(refusalOf(decideAdvanceScheme(step('STOPPED', '2025-04-15'), late))).toMatchObject({
      code: 'INVALID_STEP',
      message: expect.stringContaining('IMPLEMENTING would follow STOPPED'),
    });
  });

  it('put a wrong one right by naming it, with a reason, and only one that is recorded', () => {
    const right = (more: Partial<SchemeAdvanced>) =>
      step('ADVANCED', '2025-03-09', {
        corrects: { to: 'ADVANCED', effectiveOn: day('2025-03-01') },
        ...more,
      });
    expect(refusalOf(decideAdvanceScheme(right({}), begun())).code).toBe('REASON_REQUIRED');
    const corrects = { to: 'ADVANCED', effectiveOn: day('2025-03-02') } as const;
    expect(refusalOf(decideAdvanceScheme(right({ corrects, reason: 'x' }), begun())).code).toBe(
      'UNKNOWN_EVENT',
    );
    const register = take(begun(), right({ reason: 'The transfer bears another day.' }));
    expect(schemeStepOn(register.known('s'), day('2025-03-08'))?.to).toBe('CONTRACTED');
    const entry = step('IN_ANNUAL_PLAN', '2024-12-31', {
      corrects: { to: 'CONTRACTED' },
      reason: 'Misread.',
    });
    expect(refusalOf(decideAdvanceScheme(entry, register)).code).toBe('INVALID_STEP');
    expect(take(registered('CONTRACTED'), entry).known('s').steps).toMatchObject([{ to: 'IN_ANNUAL_PLAN' }]);
  });

  it('are refused before the scheme, under an unknown act, without a source, and of an unknown scheme', () => {
    const register = new TestSchemes();
    register.record(
      eventsOf(decideRegisterScheme(schemeOf('s', undefined, { from: day('2025-01-01') }), register)),
    );
    const code = (input: SchemeAdvanced) => refusalOf(decideAdvanceScheme(input, register)).code;
    expect(code(step('ADVANCED', '2024-12-31'))).toBe('INVALID_INTERVAL');
    expect(code(step('ADVANCED', '2025-03-01', { actId: 'nobody' }))).toBe('UNKNOWN_ACT');
    expect(code(step('ADVANCED', '2025-03-01', { source: ' ' }))).toBe('INVALID_INPUT');
    expect(code({ ...step('ADVANCED', '2025-03-01'), schemeId: 'x' })).toBe('UNKNOWN_SUBJECT');
  });
});
