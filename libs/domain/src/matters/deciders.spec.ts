import { describe, expect, it } from '@jest/globals';
import { day } from '../testing/law.js';
import {
  CHAIRMAN_HANOI,
  CHAIRMAN_LAO_CAI,
  CHAIRMAN_THANH_HOA,
  DONG_CUONG,
  matterOf,
  matterRegister,
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
import { eventsOf, refusalOf } from '../testing/register.js';
import type { Decision } from '../refusals/refusal.js';
import { decideRecordMatter } from './decide-record.js';
import {
  decideAcceptMatter,
  decideAdvanceMatter,
  decideCloseMatter,
  decideCoordinateMatter,
  decideTakeOverMatter,
  type MatterCaller,
} from './decide-step.js';
import type { Matter, MatterStep, MatterStepType } from './evolve.js';
import type { MatterRecord } from './matter.js';
import { MATTER_STAGES, MATTER_STEPS, type MatterStage } from './stages.js';
import { matterOn } from './standing.js';

const REGISTER = matterRegister();
const DIVIDED = recordOf({ officeId: SOC_SON, places: [placedIn(['00427@origin'])] });
const NOI_BAI = 'UBND_XA:00433@2025-07-01';
const TAKEN = matterOf(recordOf(), step.takenOver(XUAN_HOA, '2025-07-03'));
const DAY = '2025-08-01';

/** A matter in each stage on the day, with the office whose turn it is and the chairman of its province. */
const IN_STAGE: Readonly<Record<MatterStage, readonly [Matter, string, string]>> = {
  IN_PROGRESS: [
    matterOf(recordOf({ officeId: 'SO_CONG_THUONG:38@origin' })),
    'SO_CONG_THUONG:38@origin',
    CHAIRMAN_THANH_HOA,
  ],
  TO_BE_TAKEN_OVER: [matterOf(recordOf()), XUAN_HOA, CHAIRMAN_THANH_HOA],
  COORDINATION_NEEDED: [matterOf(DIVIDED), NOI_BAI, CHAIRMAN_HANOI],
  UNDETERMINED: [matterOf(withoutOffice()), XUAN_HOA, CHAIRMAN_THANH_HOA],
  TAKEN_OVER: [TAKEN, XUAN_HOA, CHAIRMAN_THANH_HOA],
  COORDINATED: [
    matterOf(DIVIDED, step.coordinated(NOI_BAI, CHAIRMAN_HANOI, '2025-07-05')),
    NOI_BAI,
    CHAIRMAN_HANOI,
  ],
  ACCEPTED: [
    matterOf(recordOf(), step.takenOver(XUAN_HOA, '2025-07-03'), step.accepted(XUAN_HOA, '2025-07-04')),
    XUAN_HOA,
    CHAIRMAN_THANH_HOA,
  ],
  CLOSED: [
    matterOf(
      recordOf(),
      step.takenOver(XUAN_HOA, '2025-07-03'),
      step.accepted(XUAN_HOA, '2025-07-04'),
      step.closed(XUAN_HOA, '2025-07-05'),
    ),
    XUAN_HOA,
    CHAIRMAN_THANH_HOA,
  ],
};

/** What the issue and the law say may follow, written down once more. */
const MAY_FOLLOW: Readonly<Record<MatterStage, string>> = {
  IN_PROGRESS: 'advanced closed',
  TO_BE_TAKEN_OVER: 'taken-over coordinated',
  COORDINATION_NEEDED: 'coordinated',
  UNDETERMINED: 'coordinated',
  TAKEN_OVER: 'accepted coordinated',
  COORDINATED: 'accepted coordinated',
  ACCEPTED: 'advanced closed coordinated',
  CLOSED: '',
};

const STEPS: readonly MatterStepType[] = [
  'matter.taken-over',
  'matter.coordinated',
  'matter.accepted',
  'matter.advanced',
  'matter.closed',
];

const fact = (on = DAY) =>
  ({ matterId: 'dossier', effectiveOn: day(on), provenance: 'STATED', source: 'test' }) as const;

const acting = (office: string, more: Partial<MatterCaller> = {}): MatterCaller => ({
  office,
  operator: false,
  today: day('2026-12-31'),
  ...more,
});

function decide(
  type: MatterStepType,
  matter: Matter,
  office: string,
  chairman: string,
  on = DAY,
): Decision<MatterStep> {
  switch (type) {
    case 'matter.taken-over':
      return decideTakeOverMatter(
        { ...fact(on), officeId: office, actId: 'nd-139' },
        matter,
        acting(office),
        REGISTER,
      );
    case 'matter.coordinated':
      return decideCoordinateMatter(
        { ...fact(on), officeId: office, actId: 'undated', reason: 'Decided.' },
        matter,
        chairman,
        REGISTER,
      );
    case 'matter.accepted':
      return decideAcceptMatter(fact(on), matter, office, REGISTER);
    case 'matter.advanced':
      return decideAdvanceMatter({ ...fact(on), step: 'Next' }, matter, office, REGISTER);
    case 'matter.closed':
      return decideCloseMatter(
        { ...fact(on), outcome: 'DECIDED', reason: 'Decided.' },
        matter,
        office,
        REGISTER,
      );
  }
}

describe.each(MATTER_STAGES)('in stage %s', (stage) => {
  const [matter, office, chairman] = IN_STAGE[stage];
  const allowed = MAY_FOLLOW[stage].split(' ');

  it('stands there on the day', () => {
    expect(matterOn(matter, day(DAY), REGISTER.law)?.stage).toBe(stage);
    expect(MATTER_STEPS[stage].map((s) => s.replace('matter.', '')).join(' ')).toBe(MAY_FOLLOW[stage]);
  });

  it.each(STEPS)('%s is recorded or refused as the table says', (type) => {
    const decision = decide(type, matter, office, chairman);
    if (allowed.includes(type.replace('matter.', ''))) {
      expect(eventsOf(decision).map((e) => e.type)).toEqual([type]);
    } else {
      const refusal = refusalOf(decision);
      expect(refusal).toMatchObject({ code: 'INVALID_STEP', field: 'matterId' });
      expect(refusal.remedy).not.toBe('');
    }
  });
});

describe('recording a matter', () => {
  const register = matterRegister(undefined, ['dossier-2', 'cn2-soc-son']);
  const refused = (more: Partial<MatterRecord>) => refusalOf(decideRecordMatter(recordOf(more), register));

  it('keeps what the source states and nothing else', () => {
    const input = recordOf({
      subjectId: 'cn2-soc-son',
      startedOn: day('2025-06-02'),
      applicableActId: 'nd-32',
      clock: { days: 25, working: false, startedOn: day('2025-06-02') },
    });
    expect(eventsOf(decideRecordMatter(input, register))).toEqual([{ type: 'matter.recorded', data: input }]);
  });

  it.each<[string, string, Partial<MatterRecord>]>([
    ['INVALID_INPUT', 'matterId', { matterId: 'Not an id' }],
    ['INVALID_INPUT', 'title', { title: ' ' }],
    ['INVALID_INPUT', 'step', { step: '' }],
    ['INVALID_INPUT', 'source', { source: '' }],
    ['ALREADY_EXISTS', 'matterId', { matterId: 'dossier-2' }],
    ['UNKNOWN_SUBJECT', 'subjectId', { subjectId: 'nowhere' }],
    ['UNKNOWN_OFFICE', 'officeId', { officeId: XUAN_HOA }],
    ['UNKNOWN_OFFICE', 'officeId', { asOf: day('2025-07-01') }],
    ['INVALID_INPUT', 'places.0.unitIds', { places: [placedIn([])] }],
    ['UNKNOWN_UNIT', 'places.1.unitIds', { places: [placedIn(['15517@origin']), placedIn(['15517'])] }],
    [
      'INVALID_INPUT',
      'places.0.precision',
      { places: [placedIn(['15517@origin'], { precision: 'DISTRICT' })] },
    ],
    ['INVALID_INPUT', 'clock.days', { clock: { days: 0, working: true } }],
    [
      'INVALID_INPUT',
      'clock.remainingAtCutover',
      { clock: { days: 5, working: true, remainingAtCutover: -1 } },
    ],
    [
      'INVALID_INPUT',
      'clock.remainingAtCutover',
      { clock: { days: 5, working: true, remainingAtCutover: 90 } },
    ],
    [
      'INVALID_INTERVAL',
      'clock.pausedOn',
      { clock: { days: 5, working: true, startedOn: day('2025-06-02'), pausedOn: day('2025-06-01') } },
    ],
    ['UNKNOWN_ACT', 'documents.0.actId', { documents: [{ actId: 'nowhere', subject: 'x' }] }],
    ['UNKNOWN_ACT', 'clock.actId', { clock: { days: 5, working: true, actId: 'nowhere' } }],
    ['UNKNOWN_ACT', 'applicableActId', { applicableActId: 'nowhere' }],
    ['ACT_NOT_IN_FORCE', 'applicableActId', { applicableActId: 'nd-139', startedOn: day('2025-06-02') }],
  ])('is refused with %s in %s', (code, field, more) => {
    const refusal = refused(more);
    expect(refusal).toMatchObject({ code, field });
    expect(refusal.remedy).not.toBe('');
  });
});

describe('taking over', () => {
  it('is refused for a commune that the territory does not lead to', () => {
    const decision = decideTakeOverMatter(
      { ...fact(), officeId: NOI_BAI, actId: 'nd-139' },
      matterOf(recordOf()),
      acting(NOI_BAI),
      REGISTER,
    );
    expect(refusalOf(decision)).toMatchObject({ code: 'NOT_APPLICABLE', field: 'officeId', value: NOI_BAI });
  });

  it('is refused before the office that had it ends, and on an act that is not in force', () => {
    const matter = matterOf(recordOf());
    expect(refusalOf(decide('matter.taken-over', matter, XUAN_HOA, '', '2025-06-30')).code).toBe(
      'INVALID_STEP',
    );
    expect(refusalOf(decide('matter.taken-over', matter, XUAN_HOA, '', '2025-06-01')).code).toBe(
      'INVALID_INTERVAL',
    );
    const early = decideTakeOverMatter(
      { ...fact(), officeId: XUAN_HOA, actId: 'qd-16-2026' },
      matter,
      acting(XUAN_HOA),
      REGISTER,
    );
    expect(refusalOf(early).code).toBe('ACT_NOT_IN_FORCE');
  });

  it('is for that office, a chairman who coordinates, and whoever runs the service', () => {
    const take = (caller: MatterCaller) =>
      decideTakeOverMatter(
        { ...fact(), officeId: XUAN_HOA, actId: 'nd-139' },
        matterOf(recordOf()),
        caller,
        REGISTER,
      );
    const [coordinator = ''] = matterOn(matterOf(recordOf()), day(DAY), REGISTER.law)?.coordinators ?? [];
    expect(coordinator).toContain('CT_UBND_TINH:');
    for (const office of [XUAN_HOA, coordinator]) expect(eventsOf(take(acting(office)))).toHaveLength(1);
    expect(eventsOf(take(acting('local', { operator: true })))).toHaveLength(1);
    for (const office of [NOI_BAI, 'UBND_TINH:01@origin', 'local'])
      expect(refusalOf(take(acting(office)))).toMatchObject({ code: 'NOT_YOUR_OFFICE', value: office });
  });

  it('is recorded once it has taken place', () => {
    const take = { ...fact('2025-07-02'), officeId: XUAN_HOA, actId: 'nd-139' };
    const on = (today: string) =>
      decideTakeOverMatter(take, matterOf(recordOf()), acting(XUAN_HOA, { today: day(today) }), REGISTER);
    expect(refusalOf(on('2025-07-01'))).toMatchObject({ code: 'INVALID_INPUT', field: 'effectiveOn' });
    expect(eventsOf(on('2025-07-02'))).toHaveLength(1);
  });

  it('may be signed before the day on which it counts', () => {
    const input = {
      ...fact('2025-07-01'),
      signedOn: day('2025-06-28'),
      officeId: XUAN_HOA,
      actId: 'nd-139',
    };
    expect(
      eventsOf(decideTakeOverMatter(input, matterOf(recordOf()), acting(XUAN_HOA), REGISTER))[0]?.data,
    ).toEqual(input);
  });
});

describe('coordination', () => {
  const APART = matterOf(
    recordOf({
      officeId: VAN_YEN,
      places: [placedIn(['04426@origin'], { of: 'APPLICANT' }), placedIn(['04396@origin'])],
    }),
  );
  const give = (officeId: string, actor: string, more: object = {}) =>
    decideCoordinateMatter(
      { ...fact(), officeId, actId: 'undated', reason: 'Decided.', ...more },
      APART,
      actor,
      REGISTER,
    );

  it('says who decided', () => {
    const [event] = eventsOf(give(DONG_CUONG, CHAIRMAN_LAO_CAI));
    expect(event?.data).toMatchObject({
      officeId: DONG_CUONG,
      byOfficeId: CHAIRMAN_LAO_CAI,
      reason: 'Decided.',
    });
  });

  it('may give it to an office of the province itself', () => {
    expect(eventsOf(give('SO_CONG_THUONG:15@2025-07-01', CHAIRMAN_LAO_CAI))).toHaveLength(1);
  });

  it.each([
    ['NOT_YOUR_OFFICE', DONG_CUONG, CHAIRMAN_HANOI, {}],
    ['NOT_YOUR_OFFICE', DONG_CUONG, DONG_CUONG, {}],
    ['UNKNOWN_OFFICE', XUAN_HOA, CHAIRMAN_LAO_CAI, {}],
    ['UNKNOWN_OFFICE', VAN_YEN, CHAIRMAN_LAO_CAI, {}],
    ['REASON_REQUIRED', DONG_CUONG, CHAIRMAN_LAO_CAI, { reason: '' }],
    ['UNKNOWN_ACT', DONG_CUONG, CHAIRMAN_LAO_CAI, { actId: 'nowhere' }],
  ])('is refused with %s for %s by %s', (code, officeId, actor, more) => {
    expect(refusalOf(give(officeId, actor, more)).code).toBe(code);
  });
});

describe('acceptance, steps and the end', () => {
  it.each<MatterStepType>(['matter.accepted', 'matter.advanced', 'matter.closed'])(
    '%s is refused for whoever does not act for the office whose turn it is',
    (type) => {
      const stage = type === 'matter.accepted' ? 'TAKEN_OVER' : 'ACCEPTED';
      const refusal = refusalOf(decide(type, IN_STAGE[stage][0], XUAN_AI, ''));
      expect(refusal).toMatchObject({ code: 'NOT_YOUR_OFFICE', field: 'actor.office', value: XUAN_AI });
      expect(refusal.remedy).toContain(XUAN_HOA);
    },
  );

  it('is refused for a matter that is not there', () => {
    for (const decision of [
      decideTakeOverMatter(
        { ...fact(), officeId: XUAN_HOA, actId: 'nd-139' },
        undefined,
        acting(XUAN_HOA),
        REGISTER,
      ),
      decideCoordinateMatter(
        { ...fact(), officeId: XUAN_HOA, actId: 'nd-139', reason: 'x' },
        undefined,
        CHAIRMAN_HANOI,
        REGISTER,
      ),
      decideAcceptMatter(fact(), undefined, XUAN_HOA, REGISTER),
      decideAdvanceMatter(fact(), undefined, XUAN_HOA, REGISTER),
      decideCloseMatter({ ...fact(), outcome: 'STOPPED', reason: 'x' }, undefined, XUAN_HOA, REGISTER),
    ])
      expect(refusalOf(decision).code).toBe('UNKNOWN_SUBJECT');
  });

  it('a fact of an earlier day is recorded where everything after it may still follow, and refused where not', () => {
    const accepted = IN_STAGE.ACCEPTED[0];
    const chairman = CHAIRMAN_THANH_HOA;
    expect(refusalOf(decide('matter.closed', accepted, THO_XUAN, chairman, '2025-06-20'))).toMatchObject({
      code: 'INVALID_STEP',
      field: 'effectiveOn',
    });
    const earlier = decideAdvanceMatter(
      { ...fact('2025-06-20'), step: 'Earlier' },
      accepted,
      THO_XUAN,
      REGISTER,
    );
    expect(eventsOf(earlier)).toHaveLength(1);
  });

  it('needs something that changes, and days that are days', () => {
    const accepted = IN_STAGE.ACCEPTED[0];
    const advance = (more: object) =>
      decideAdvanceMatter({ ...fact(), ...more }, accepted, XUAN_HOA, REGISTER);
    expect(refusalOf(advance({}))).toMatchObject({ code: 'INVALID_INPUT', field: 'step' });
    expect(refusalOf(advance({ clock: { change: 'STARTED' } }))).toMatchObject({ field: 'clock.days' });
    expect(refusalOf(advance({ clock: { change: 'PAUSED', days: 3 } }))).toMatchObject({
      field: 'clock.days',
    });
    expect(refusalOf(advance({ clock: { change: 'PAUSED' } }))).toMatchObject({
      code: 'INVALID_STEP',
      field: 'clock.change',
    });
    expect(refusalOf(advance({ step: 'x', actId: 'nowhere' })).code).toBe('UNKNOWN_ACT');
    expect(eventsOf(advance({ clock: { change: 'STARTED', days: 5, working: true } }))).toHaveLength(1);
  });

  it('the end needs a reason, and an act that is registered if any', () => {
    const accepted = IN_STAGE.ACCEPTED[0];
    const close = (more: object) =>
      decideCloseMatter(
        { ...fact(), outcome: 'DECIDED', reason: 'Decided.', ...more },
        accepted,
        XUAN_HOA,
        REGISTER,
      );
    expect(refusalOf(close({ reason: ' ' })).code).toBe('REASON_REQUIRED');
    expect(refusalOf(close({ actId: 'nowhere' })).code).toBe('UNKNOWN_ACT');
    expect(eventsOf(close({ actId: 'undated' }))).toHaveLength(1);
  });
});
