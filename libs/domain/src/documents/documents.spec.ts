import { describe, expect, it } from '@jest/globals';
import { actId } from '../acts/act.js';
import type { KnownAct } from '../acts/decide-act.js';
import type { Duty } from '../duties/duty.js';
import { CN2, YEN_HOP } from '../testing/clusters.js';
import { COUNTRY, REFORM } from '../testing/country.js';
import { lineageOf } from '../testing/lineage.js';
import type { Assignment } from '../responsibilities/assignment.js';
import { day, DECREE_32, DUTIES, ESTABLISH, LAPSE, lawOver } from '../testing/law.js';
import { eventsOf, refusalOf, TestRegister } from '../testing/register.js';
import {
  amendableBy,
  CONTINUITY,
  dissolvedIssuer,
  documentInForce,
  type IdentifiedIssuer,
  type KnownForAmendment,
} from './amend.js';
import type { DocumentIssuerIdentified } from './events.js';
import { decideIdentifyIssuer, type KnownForIssuers } from './identify-issuer.js';

const PLANNING = 'ccn_direct_detailed_planning';
const SOC_SON = 'UBND_HUYEN:01.huyen-soc-son@origin';
const YEN_BAI = 'UBND_TINH:15@origin';
const decision = (number: string, issuer: string, issuedOn: string): KnownAct => ({
  actId: actId(number, issuer, day(issuedOn)),
  kind: 'OTHER',
  number,
  issuer,
  issuedOn: day(issuedOn),
  provenance: 'STATED',
  source: 'test',
});
const QD_8705 = decision('8705/QĐ-UBND', 'UBND huyện Sóc Sơn', '2024-12-10');
const QD_949 = decision('949/QĐ-UBND', 'UBND tỉnh Yên Bái', '2025-05-06');
const DECREE: KnownAct = {
  ...decision('139/2025/NĐ-CP', 'Chính phủ', '2025-06-12'),
  inForceFrom: day(REFORM),
  endsOn: day(LAPSE),
};
const OWN_BASIS: KnownAct = {
  ...decision('32/2024/NĐ-CP', 'Chính phủ', '2024-03-15'),
  actId: 'nd-32',
  inForceFrom: day(DECREE_32),
};
const ACTS = [QD_8705, QD_949, DECREE, OWN_BASIS];
const acts = (id: string) => ACTS.find((a) => a.actId === id);
const DETAILED_PLANNING: Duty = {
  dutyId: PLANNING,
  group: 'B',
  name: 'Chỉ đạo lập, trình quy hoạch chi tiết',
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
};
const register = new TestRegister({ ...lawOver(), duties: [...DUTIES, DETAILED_PLANNING] })
  .add(CN2.registration, CN2.investors)
  .add(YEN_HOP.registration, YEN_HOP.investors);

const pick = ({ status, holders, candidates, basis }: Omit<Assignment, 'explanation'>) => ({
  status,
  holders,
  candidates,
  basis,
});

function known(on: string): KnownForAmendment {
  return {
    lineage: COUNTRY,
    acts,
    answer: (clusterId, dutyId) => {
      const held = register.on(clusterId, dutyId, on);
      return held === undefined
        ? { status: 'NO_BASIS', holders: [], candidates: [], basis: CONTINUITY, explanation: 'none' }
        : { ...pick(held), explanation: 'ledger' };
    },
  };
}
const issuer = (issuerOfficeId: string, dutyId?: string): IdentifiedIssuer => ({
  issuerOfficeId,
  ...(dutyId === undefined ? {} : { dutyId }),
  provenance: 'STATED',
  source: 'test',
});
const about = (clusterId: string) => [{ clusterId, subject: 'điều chỉnh quy hoạch chi tiết 1/500' }];

describe('H7: a decision of a dissolved district', () => {
  it('stays in force, and its issuer stays who it was', () => {
    expect(documentInForce(QD_8705, day('2026-01-01'))).toBe(true);
    expect(documentInForce(QD_8705, day('2024-12-09'))).toBe(false);
    expect(documentInForce({ ...QD_8705, endsOn: day('2026-01-01') }, day('2026-01-01'))).toBe(false);
    expect(dissolvedIssuer(SOC_SON, day('2025-06-30'), COUNTRY)).toBeUndefined();
    expect(dissolvedIssuer(SOC_SON, day('2025-07-01'), COUNTRY)).toEqual({
      unitId: '01.huyen-soc-son@origin',
      dissolvedOn: '2025-07-01',
    });
    expect(dissolvedIssuer('UBND_TINH:01@origin', day('2026-01-01'), COUNTRY)).toBeUndefined();
    expect(dissolvedIssuer('BO_CONG_THUONG', day('2026-01-01'), COUNTRY)).toBeUndefined();
  });

  it('may be amended by one of two communes, undecided while the place of the cluster is', () => {
    expect(
      amendableBy(issuer(SOC_SON, PLANNING), about('cn2-soc-son'), day('2025-12-01'), known('2025-12-01')),
    ).toEqual([
      {
        clusterId: 'cn2-soc-son',
        status: 'UNDETERMINED',
        holders: [],
        candidates: ['UBND_XA:00376@2025-07-01', 'UBND_XA:00433@2025-07-01'],
        basis: CONTINUITY,
        explanation: 'ledger',
      },
    ]);
  });

  it('may be amended by the commune that has the duty now, where the place is known', () => {
    const district = issuer('UBND_HUYEN:15.huyen-van-yen@origin', PLANNING);
    const [answer] = amendableBy(district, about('yen-hop'), day('2025-12-01'), known('2025-12-01'));
    expect(answer).toMatchObject({ status: 'HELD', holders: [{ officeId: 'UBND_XA:04441@2025-07-01' }] });
  });

  it('has no amending office without the decree that says so (H18)', () => {
    const district = issuer('UBND_HUYEN:15.huyen-van-yen@origin', PLANNING);
    const on = (text: string) => amendableBy(district, about('yen-hop'), day(text), known(text))[0];
    expect(on('2027-02-28')?.status).toBe('HELD');
    expect(on('2027-03-01')).toMatchObject({
      status: 'NO_BASIS',
      holders: [],
      candidates: ['UBND_XA:04441@2025-07-01'],
      explanation: expect.stringContaining('2027-03-01'),
    });
  });

  it('of a province is amended by the holder of its duty, also when the decree has lapsed (H5)', () => {
    const province = issuer('UBND_TINH:15@origin', ESTABLISH);
    const on = (text: string) => amendableBy(province, about('yen-hop'), day(text), known(text))[0];
    const holders = [{ officeId: 'UBND_TINH:15@2025-07-01' }];
    expect(on('2025-12-01')).toMatchObject({ status: 'HELD', holders, basis: CONTINUITY });
    expect(on('2027-03-02')).toMatchObject({ status: 'HELD', holders, basis: { actId: 'nd-32' } });
  });

  it('leaves all communes of the district where its duty or its cluster is not recorded', () => {
    const on = (office: IdentifiedIssuer, subjects = about('cn2-soc-son')) =>
      amendableBy(office, subjects, day('2025-12-01'), known('2025-12-01'))[0];
    expect(on(issuer(SOC_SON))).toMatchObject({
      status: 'UNDETERMINED',
      candidates: ['UBND_XA:00376@2025-07-01', 'UBND_XA:00433@2025-07-01'],
      explanation: expect.stringContaining('not recorded under which duty'),
    });
    expect(on(issuer(SOC_SON, PLANNING), [])?.explanation).toContain('No cluster is recorded');
    // One commune alone has all of the district, but the matter may have risen to the province.
    expect(on(issuer('UBND_HUYEN:48.quan-ngu-hanh-son@origin'))?.status).toBe('UNDETERMINED');
  });
});

describe('H5: a decision of a former province', () => {
  const ask = (office: string, on: string) =>
    amendableBy(issuer(office), about('yen-hop'), day(on), known(on))[0];

  it('may be amended by the same office of the merged province', () => {
    expect(ask(YEN_BAI, '2025-07-01')).toMatchObject({
      status: 'HELD',
      holders: [{ officeId: 'UBND_TINH:15@2025-07-01', lead: false }],
      basis: { article: 'Đ.22(4)' },
      explanation: "All of the issuer's unit went into Tỉnh Lào Cai, which has its authority now.",
    });
    expect(ask('HDND_TINH:49@origin', '2025-07-01')?.holders).toEqual([
      { officeId: 'HDND_TINH:48@2025-07-01', lead: false },
    ]);
  });

  it('of a commune that was divided, by one of two', () => {
    expect(ask('UBND_XA:00427@origin', '2025-07-01')).toMatchObject({ status: 'UNDETERMINED', holders: [] });
    expect(ask('UBND_XA:04426@origin', '2025-07-01')).toMatchObject({
      status: 'HELD',
      holders: [{ officeId: 'UBND_XA:04441@2025-07-01' }],
    });
  });
});

describe('a document of a unit of which only a part is known to have gone anywhere', () => {
  it('has no amending office that is certain', () => {
    const lineage = lineageOf(
      [
        { id: '1@origin', name: 'Tỉnh A', level: 'PROVINCE', kind: 'TINH', to: REFORM },
        { id: '2@2025-07-01', name: 'Tỉnh B', level: 'PROVINCE', kind: 'TINH', from: REFORM },
      ],
      [['1@origin', '2@2025-07-01', 'PARTIAL']],
    );
    const on = '2025-12-01';
    expect(amendableBy(issuer('UBND_TINH:1@origin'), [], day(on), { ...known(on), lineage })).toMatchObject([
      { status: 'UNDETERMINED', holders: [], candidates: ['UBND_TINH:2@2025-07-01'] },
    ]);
  });
});

describe('finding the issuer of an act', () => {
  const base: KnownForIssuers = { acts, lineage: COUNTRY, duties: [DETAILED_PLANNING] };
  const found: DocumentIssuerIdentified = {
    actId: QD_8705.actId,
    issuerOfficeId: SOC_SON,
    dutyId: PLANNING,
    provenance: 'STATED',
    source: 'test',
  };

  it('records the office as it was on the day of issue', () => {
    expect(eventsOf(decideIdentifyIssuer(found, base))).toEqual([
      { type: 'document.issuer-identified', data: found },
    ]);
  });

  it.each([
    ['an unknown act', { actId: 'x' }, 'UNKNOWN_ACT', 'actId'],
    ['an enterprise', { issuerOfficeId: 'ENTERPRISE:asgi' }, 'UNKNOWN_OFFICE', 'issuerOfficeId'],
    ['a unit that is not known', { issuerOfficeId: 'UBND_XA:1@origin' }, 'UNKNOWN_OFFICE', 'issuerOfficeId'],
    ['a unit of another tier', { issuerOfficeId: 'UBND_XA:01@origin' }, 'UNKNOWN_OFFICE', 'issuerOfficeId'],
    ['an unknown duty', { dutyId: 'x' }, 'UNKNOWN_DUTY', 'dutyId'],
  ])('is refused for %s', (_name, more, code, field) => {
    expect(refusalOf(decideIdentifyIssuer({ ...found, ...more }, base))).toMatchObject({ code, field });
  });

  it('H4: is refused for the commune that bears the name of the district and did not exist yet', () => {
    const commune = { ...found, issuerOfficeId: 'UBND_XA:00376@2025-07-01' };
    expect(refusalOf(decideIdentifyIssuer(commune, base))).toMatchObject({
      code: 'UNIT_NOT_IN_FORCE',
      message: expect.stringContaining('2024-12-10'),
    });
  });

  it('again needs a reason, and is a correction then', () => {
    const known = { ...base, before: issuer(SOC_SON) };
    expect(refusalOf(decideIdentifyIssuer(found, known)).code).toBe('ALREADY_EXISTS');
    expect(refusalOf(decideIdentifyIssuer({ ...found, reason: '' }, known)).code).toBe('REASON_REQUIRED');
    expect(eventsOf(decideIdentifyIssuer({ ...found, reason: 'Bổ sung nhiệm vụ.' }, known))).toHaveLength(1);
  });

  it('H28: one number of two provinces, or of two days, is as many documents with their own issuers', () => {
    const other = decision('949/QĐ-UBND', 'UBND tỉnh Lào Cai', '2025-05-06');
    const later = decision('949/QĐ-UBND', 'UBND tỉnh Yên Bái', '2024-05-06');
    const all = [QD_949, other, later];
    const lookup = { ...base, acts: (id: string) => all.find((a) => a.actId === id) };
    const recorded = [
      [QD_949, YEN_BAI],
      [other, 'UBND_TINH:10@origin'],
      [later, YEN_BAI],
    ] as const;
    const events = recorded.flatMap(([act, issuerOfficeId]) =>
      eventsOf(
        decideIdentifyIssuer(
          { actId: act.actId, issuerOfficeId, provenance: 'SECONDARY', source: 'test' },
          lookup,
        ),
      ),
    );
    expect(new Set(events.map((e) => e.data.actId)).size).toBe(3);
  });
});
