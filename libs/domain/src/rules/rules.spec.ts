import { describe, expect, it } from '@jest/globals';
import type { KnownAct } from '../acts/decide-act.js';
import { COUNTRY, REFORM } from '../testing/country.js';
import { day, DUTIES, LAPSE } from '../testing/law.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import type { Duty } from '../duties/duty.js';
import { decideRule, type DecideRule } from './decide-rule.js';
import { evolveRule } from './evolve.js';
import { areaOf, dutyOfMatter, RULE_MATTERS, ruleId, type Rule, type RuleMatter } from './rule.js';
import { rulesOn, territoriesOf, type KnownRules } from './rules-on.js';

const act = (actId: string, number: string, issuer: string, more: Partial<KnownAct>): KnownAct => ({
  actId,
  kind: 'PROVINCIAL_DECISION',
  number,
  issuer,
  provenance: 'READ',
  source: 'test',
  ...more,
});
const ENDED = { endsOn: day('2026-03-06'), endManner: 'REPLACED' as const };
const ACTS: readonly KnownAct[] = [
  act('qd-162', '162/QĐ-UBND', 'UBND tỉnh Lào Cai', { issuedOn: day('2018-01-18'), ...ENDED }),
  act('qd-03', '03/2025/QĐ-UBND', 'UBND tỉnh Yên Bái', { issuedOn: day('2025-02-03'), ...ENDED }),
  act('qd-16', '16/2026/QĐ-UBND', 'UBND tỉnh Lào Cai', { inForceFrom: day('2026-03-06') }),
  act('qd-20', '20/2026/QĐ-UBND', 'UBND tỉnh Lào Cai', { inForceFrom: day('2026-06-01') }),
  act('qd-7-2024', '7/2024/QĐ-UBND', 'UBND tỉnh Quảng Nam', { inForceFrom: day('2024-02-01') }),
  act('qd-9-2024', '9/2024/QĐ-UBND', 'UBND thành phố Đà Nẵng', { inForceFrom: day('2024-03-01') }),
  act('qd-21-ha-noi', '21/2026/QĐ-UBND', 'UBND thành phố Hà Nội', { inForceFrom: day('2026-06-01') }),
  act('undated', '5/QĐ-UBND', 'UBND tỉnh Lào Cai', {}),
  act('32-2024-nd-cp.chinh-phu.2024-03-15', '32/2024/NĐ-CP', 'Chính phủ', { inForceFrom: day('2024-05-01') }),
  act('nd-139', '139/2025/NĐ-CP', 'Chính phủ', { inForceFrom: day(REFORM), endsOn: day(LAPSE) }),
];
const OCCUPANCY: Duty = {
  dutyId: 'ccn_decide_occupancy_condition',
  group: 'C',
  name: 'Điều kiện lấp đầy',
  appliesTo: 'CLUSTER',
  decisionRule: true,
  rules: [
    {
      holderLevel: 'UBND_TINH',
      from: day(REFORM),
      basisActId: 'nd-139',
      article: 'Đ.12',
      provenance: 'READ',
    },
  ],
};
const LAO_CAI = '15@2025-07-01';
const OLD_LAO_CAI = '10@origin';
const YEN_BAI = '15@origin';

const regulation = (provinceUnitId: string, actId: string, more: Partial<DecideRule> = {}): DecideRule => ({
  matter: 'management_regulation',
  provinceUnitId,
  text: 'Quy chế quản lý cụm công nghiệp',
  actId,
  provenance: 'READ',
  source: 'test',
  ...more,
});
const OLD_REGULATION = regulation(OLD_LAO_CAI, 'qd-162');
const YEN_BAI_REGULATION = regulation(YEN_BAI, 'qd-03');
const NEW_REGULATION = regulation(LAO_CAI, 'qd-16');

function knowing(rules: readonly DecideRule[], acts: readonly KnownAct[] = ACTS): KnownRules {
  return {
    lineage: COUNTRY,
    acts: (id) => acts.find((a) => a.actId === id),
    duties: [...DUTIES, OCCUPANCY],
    rules: rules.map((r) => ({ ...r, ruleId: ruleId(r) })),
  };
}

/** Decides one after the other, each on what was decided before. */
function decided(...inputs: readonly DecideRule[]): KnownRules {
  return inputs.reduce((known, input) => {
    const id = ruleId(input);
    const state = known.rules.find((r) => r.ruleId === id);
    const rule = eventsOf(decideRule(input, state, known)).reduce<Rule | undefined>(evolveRule, state);
    return { ...known, rules: [...known.rules.filter((r) => r.ruleId !== id), ...(rule ? [rule] : [])] };
  }, knowing([]));
}
const answers = (
  known: KnownRules,
  territory: string,
  on: string,
  matter: RuleMatter = 'management_regulation',
) =>
  rulesOn(territory, matter, day(on), known).map(({ formerProvinceUnitId, status, rules }) => [
    formerProvinceUnitId,
    status,
    ...rules.map((r) => r.actId),
  ]);

describe('H20: two regulations in one province, by former territory', () => {
  const known = decided(OLD_REGULATION, YEN_BAI_REGULATION, NEW_REGULATION);

  it('apply after the merger, each in its own territory', () => {
    expect(answers(known, LAO_CAI, '2025-08-15')).toEqual([
      [OLD_LAO_CAI, 'DECIDED', 'qd-162'],
      [YEN_BAI, 'DECIDED', 'qd-03'],
    ]);
    expect(answers(known, '04714@2025-07-01', '2025-08-15')).toEqual([[YEN_BAI, 'DECIDED', 'qd-03']]);
    expect(answers(known, '02947@2025-07-01', '2025-08-15')).toEqual([[OLD_LAO_CAI, 'DECIDED', 'qd-162']]);
  });

  it('go on to the day before the new one, and one applies everywhere from then on', () => {
    expect(answers(known, LAO_CAI, '2026-03-05').map((a) => a[2])).toEqual(['qd-162', 'qd-03']);
    expect(answers(known, LAO_CAI, '2026-03-06').map((a) => a[2])).toEqual(['qd-16', 'qd-16']);
    expect(answers(known, '04714@2025-07-01', '2026-03-06')).toEqual([[YEN_BAI, 'DECIDED', 'qd-16']]);
  });

  it('were one for each province before the merger', () => {
    expect(answers(known, YEN_BAI, '2025-06-30')).toEqual([[YEN_BAI, 'DECIDED', 'qd-03']]);
    expect(answers(known, '15.huyen-van-yen@origin', '2025-06-30')).toEqual([[YEN_BAI, 'DECIDED', 'qd-03']]);
    expect(answers(known, YEN_BAI, '2025-02-02')).toEqual([[YEN_BAI, 'NOT_DECIDED']]);
  });

  it('are found in the new province by the former ones', () => {
    expect(territoriesOf(LAO_CAI, 'management_regulation', known)).toEqual([OLD_LAO_CAI, YEN_BAI]);
  });

  it('say in words which act decided', () => {
    expect(rulesOn(YEN_BAI, 'management_regulation', day('2025-08-15'), known)[0]?.explanation).toBe(
      'UBND tỉnh Yên Bái decided it in 03/2025/QĐ-UBND.',
    );
  });
});

describe('H5: a cluster whose province changed', () => {
  const known = decided(regulation('49@origin', 'qd-7-2024'), regulation('48@origin', 'qd-9-2024'));

  it('stays under the regulation of its former province, not under that of the other one', () => {
    expect(answers(known, '49.huyen-dai-loc@origin', '2025-09-01')).toEqual([
      ['49@origin', 'DECIDED', 'qd-7-2024'],
    ]);
    expect(answers(known, '20500@2025-07-01', '2025-09-01')).toEqual([['49@origin', 'DECIDED', 'qd-7-2024']]);
    expect(answers(known, '20285@2025-07-01', '2025-09-01')).toEqual([['48@origin', 'DECIDED', 'qd-9-2024']]);
  });

  it('is under none where its former province had none, whatever the other had', () => {
    const one = decided(regulation('48@origin', 'qd-9-2024'));
    expect(answers(one, '49.huyen-dai-loc@origin', '2025-09-01')).toEqual([['49@origin', 'NOT_DECIDED']]);
  });
});

describe('a rule', () => {
  const occupancy: DecideRule = {
    ...regulation(LAO_CAI, 'qd-16'),
    matter: 'ccn_decide_occupancy_condition',
    percent: '50',
  };

  it('ends with its act, as known', () => {
    const known = decided(NEW_REGULATION);
    const later = ACTS.map((a) => (a.actId === 'qd-16' ? { ...a, endsOn: day('2026-09-01') } : a));
    const repealed = { ...known, acts: (id: string) => later.find((a) => a.actId === id) };
    expect(answers(known, LAO_CAI, '2026-09-01').map((a) => a[1])).toEqual(['DECIDED', 'DECIDED']);
    expect(answers(repealed, LAO_CAI, '2026-08-31').map((a) => a[1])).toEqual(['DECIDED', 'DECIDED']);
    expect(answers(repealed, LAO_CAI, '2026-09-01').map((a) => a[1])).toEqual(['NOT_DECIDED', 'NOT_DECIDED']);
  });

  it('is replaced in the territory of the newer one only', () => {
    const inYenBai = regulation(LAO_CAI, 'qd-20', {
      territoryUnitId: YEN_BAI,
      replacesRuleIds: [ruleId(NEW_REGULATION)],
    });
    const known = decided(NEW_REGULATION, inYenBai);
    expect(answers(known, LAO_CAI, '2026-05-31').map((a) => a[2])).toEqual(['qd-16', 'qd-16']);
    expect(answers(known, OLD_LAO_CAI, '2026-06-01').map((a) => a[2])).toEqual(['qd-16']);
    expect(answers(known, YEN_BAI, '2026-06-01').map((a) => a[2])).toEqual(['qd-20']);
  });

  it('stands again where the act that replaced it was annulled from its first day', () => {
    const newer = regulation(LAO_CAI, 'qd-20', { replacesRuleIds: [ruleId(NEW_REGULATION)] });
    const known = decided(NEW_REGULATION, newer);
    const ended = (endsOn: string) => {
      const acts = ACTS.map((a) => (a.actId === 'qd-20' ? { ...a, endsOn: day(endsOn) } : a));
      return { ...known, acts: (id: string) => acts.find((a) => a.actId === id) };
    };
    expect(answers(ended('2026-06-01'), YEN_BAI, '2026-07-01').map((a) => a[2])).toEqual(['qd-16']);
    expect(answers(ended('2026-06-15'), YEN_BAI, '2026-07-01')).toEqual([[YEN_BAI, 'NOT_DECIDED']]);
  });

  it('conflicts with another that is known in the same territory and not as replaced', () => {
    const known = knowing([NEW_REGULATION, regulation(LAO_CAI, 'qd-20', { territoryUnitId: YEN_BAI })]);
    expect(answers(known, YEN_BAI, '2026-06-01')).toEqual([[YEN_BAI, 'CONFLICTING', 'qd-16', 'qd-20']]);
  });

  it('of one part of a divided commune is not taken for the other part, nor for the whole', () => {
    const inNoiBai = regulation('01@origin', 'qd-21-ha-noi', { territoryUnitId: '00433@2025-07-01' });
    const known = decided(inNoiBai);
    expect(answers(known, '00427@origin', '2026-06-01')).toEqual([['01@origin', 'NOT_DECIDED']]);
    expect(answers(known, '00376@2025-07-01', '2026-06-01')).toEqual([['01@origin', 'NOT_DECIDED']]);
    expect(answers(known, '00433@2025-07-01', '2026-06-01')).toEqual([
      ['01@origin', 'DECIDED', 'qd-21-ha-noi'],
    ]);
  });

  it('decides nothing where it is inferred or from memory', () => {
    const known = decided({ ...NEW_REGULATION, provenance: 'INFERRED' });
    expect(answers(known, YEN_BAI, '2026-06-01')).toEqual([[YEN_BAI, 'UNVERIFIED', 'qd-16']]);
  });

  it('H18: of Đ.12 was by law before the reform and has no basis after the decree', () => {
    const known = decided(occupancy);
    const on = (text: string) => answers(known, YEN_BAI, text, occupancy.matter)[0];
    expect(on('2025-06-30')).toEqual([YEN_BAI, 'BY_LAW']);
    expect(on('2024-05-01')).toEqual([YEN_BAI, 'BY_LAW']);
    expect(on('2024-04-30')).toEqual([YEN_BAI, 'NO_BASIS']);
    expect(on('2025-07-01')).toEqual([YEN_BAI, 'NOT_DECIDED']);
    expect(on('2027-02-28')).toEqual([YEN_BAI, 'DECIDED', 'qd-16']);
    expect(on('2027-03-01')).toEqual([YEN_BAI, 'NO_BASIS', 'qd-16']);
  });

  it('of Đ.12 that assigns a committee is not said to have been measured on a district', () => {
    const matter = 'ccn_assign_lead_authority_for_spanning_cluster';
    const lead: Duty = { ...OCCUPANCY, dutyId: matter };
    const known = { ...knowing([]), duties: [lead] };
    const [before] = rulesOn(YEN_BAI, matter, day('2025-06-30'), known);
    expect(before).toMatchObject({ status: 'BY_LAW', explanation: expect.stringContaining('Đ.9(1)(a)') });
  });

  it('is of Đ.12 for the eight duties, and of none for what a regulation adds', () => {
    expect(RULE_MATTERS.map(dutyOfMatter).filter((d) => d !== undefined)).toHaveLength(8);
    expect(dutyOfMatter('spanning_cluster_lead')).toBeUndefined();
  });
});

describe('deciding a rule', () => {
  const refused = (input: DecideRule, known: KnownRules = knowing([])) =>
    refusalOf(
      decideRule(
        input,
        known.rules.find((r) => r.ruleId === ruleId(input)),
        known,
      ),
    );

  it('records it under its matter, territory and act', () => {
    const [event] = eventsOf(decideRule(NEW_REGULATION, undefined, knowing([])));
    expect(event).toEqual({
      type: 'rule.decided',
      data: { ...NEW_REGULATION, ruleId: `management_regulation.${LAO_CAI}.qd-16` },
    });
    expect(ruleId({ ...NEW_REGULATION, from: day('2026-04-01'), territoryUnitId: YEN_BAI })).toBe(
      `management_regulation.${YEN_BAI}.qd-16.2026-04-01`,
    );
    expect(areaOf(NEW_REGULATION)).toBe(LAO_CAI);
  });

  it.each([
    ['no content', { text: ' ' }, 'INVALID_INPUT', 'text'],
    ['a number that is none', { areaHa: '5,0' }, 'INVALID_INPUT', 'areaHa'],
    ['more than the whole', { percent: '150' }, 'INVALID_INPUT', 'percent'],
    ['the act of another province', { actId: 'qd-21-ha-noi' }, 'NOT_APPLICABLE', 'actId'],
    ['the decree', { actId: 'nd-139', from: day('2026-03-06') }, 'NOT_APPLICABLE', 'actId'],
    ['an unknown act', { actId: 'qd-999' }, 'UNKNOWN_ACT', 'actId'],
    ['an act not yet in force', { from: day('2026-03-05') }, 'ACT_NOT_IN_FORCE', 'actId'],
    ['no first day at all', { actId: 'undated' }, 'INVALID_INPUT', 'from'],
    ['an end before its start', { to: day('2026-03-06') }, 'INVALID_INTERVAL', 'to'],
    ['an unknown province', { provinceUnitId: '99@origin' }, 'UNKNOWN_UNIT', 'provinceUnitId'],
    ['a commune as province', { provinceUnitId: '04714@2025-07-01' }, 'NOT_APPLICABLE', 'provinceUnitId'],
    ['a province that is dissolved', { provinceUnitId: YEN_BAI }, 'UNIT_NOT_IN_FORCE', 'provinceUnitId'],
    ['an unknown territory', { territoryUnitId: '99@origin' }, 'UNKNOWN_UNIT', 'territoryUnitId'],
    ['a territory elsewhere', { territoryUnitId: '49@origin' }, 'NOT_APPLICABLE', 'territoryUnitId'],
    ['an unknown rule to replace', { replacesRuleIds: ['x'] }, 'UNKNOWN_SUBJECT', 'replacesRuleIds.0'],
  ] as const)('is refused for %s', (_name, more, code, field) => {
    expect(refused({ ...NEW_REGULATION, ...more })).toMatchObject({ code, field });
  });

  it('is refused beside one in force in the same territory that it does not replace', () => {
    const known = decided(NEW_REGULATION);
    const beside = regulation(LAO_CAI, 'qd-20', { territoryUnitId: YEN_BAI });
    expect(refused(beside, known)).toMatchObject({
      code: 'OVERLAPPING_INTERVAL',
      field: 'from',
      value: '2026-06-01',
    });
    expect(refused(regulation(LAO_CAI, 'qd-20'), known).code).toBe('OVERLAPPING_INTERVAL');
    const other = { ...beside, matter: 'spanning_cluster_lead' as const };
    expect(eventsOf(decideRule(other, undefined, known))).toHaveLength(1);
  });

  it('twice needs a reason, and is a correction then', () => {
    const known = decided(NEW_REGULATION);
    expect(refused(NEW_REGULATION, known)).toMatchObject({ code: 'ALREADY_EXISTS', field: 'actId' });
    expect(refused({ ...NEW_REGULATION, reason: ' ' }, known).code).toBe('REASON_REQUIRED');
    const corrected = decided(NEW_REGULATION, { ...NEW_REGULATION, article: 'Đ.1', reason: 'Thiếu điều.' });
    expect(corrected.rules).toHaveLength(1);
    expect(corrected.rules[0]).toMatchObject({ article: 'Đ.1', reason: 'Thiếu điều.' });
  });
});
