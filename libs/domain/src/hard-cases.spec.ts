import { describe, expect, it } from '@jest/globals';
import { actId } from './acts/act.js';
import { decideExtendAct, decideRegisterAct, refuseBasis, type KnownAct } from './acts/decide-act.js';
import type { ClusterStatus } from './clusters/cluster.js';
import { decideCorrectReassignment } from './decisions/correct.js';
import { decideNameLead } from './decisions/name-lead.js';
import { decidePlaceCluster } from './decisions/place-cluster.js';
import { decideReassign } from './decisions/reassign.js';
import { decideRegisterCluster } from './decisions/register-cluster.js';
import type { Duty } from './duties/duty.js';
import { decideRegisterOrganisation } from './organisations/decide-organisation.js';
import { decideRearrangeCentre } from './organisations/rearrange.js';
import { parseOfficeId } from './responsibilities/office.js';
import { decideChangeSchemeParty } from './schemes/decide-party.js';
import { decideRegisterScheme } from './schemes/decide-register.js';
import { partyChanges, schemePartiesOn } from './schemes/state-on.js';
import { CN2, DAI_AN, PHO_RANG, PHU_THINH_2, QUAN_LAT, XUAN_HOA, YEN_HOP } from './testing/clusters.js';
import { COUNTRY, SUCCESSIONS, UNITS } from './testing/country.js';
import { ACTS, day, ESTABLISH, INSPECT, lawOver, MANAGE, NATIONAL, OPERATE } from './testing/law.js';
import { lineageOf, type ListedUnit } from './testing/lineage.js';
import { clusterAt, eventsOf, inCommunes, refusalOf, TestRegister } from './testing/register.js';
import { centre, QD_2644, schemeOf, TestSchemes } from './testing/schemes.js';
import { successorsOn } from './units/lineage.js';

const SAMPLES = [CN2, DAI_AN, PHO_RANG, PHU_THINH_2, QUAN_LAT, XUAN_HOA, YEN_HOP];
const country = (law = lawOver()) =>
  SAMPLES.reduce((register, s) => register.add(s.registration, s.investors), new TestRegister(law));
const who = (register: TestRegister, id: string, dutyId: string, on: string) => {
  const known = register.on(id, dutyId, on);
  return [
    known?.status,
    ...(known?.holders.map((h) => h.officeId + (h.lead ? ' leads' : '')) ?? []),
    ...(known?.candidates.map((c) => `?${c}`) ?? []),
  ];
};
const VAN_PHU = 'UBND_XA:04279@2025-07-01';
const YEN_BINH = 'UBND_XA:04714@2025-07-01';

describe('H1: a cluster on several communes', () => {
  it('who led inspections in Phú Thịnh 2 on 2025-08-15? Both held them, no lead; since 2026-03-06 a rule exists', () => {
    const register = country();
    expect(who(register, 'phu-thinh-2', INSPECT, '2025-08-15')).toEqual(['JOINT', VAN_PHU, YEN_BINH]);
    const before = register.assignmentOf(register.on('phu-thinh-2', INSPECT, '2025-08-15')?.eventId ?? '');
    const since = register.assignmentOf(register.on('phu-thinh-2', INSPECT, '2026-03-06')?.eventId ?? '');
    expect(before?.explanation).toContain('no lead is named');
    expect(since?.explanation).toContain('the areas are not known');
  });

  it('a decision names one, and both keep holding', () => {
    const register = country();
    const lead = {
      clusterId: 'phu-thinh-2',
      leadOfficeId: VAN_PHU,
      dutyIds: [INSPECT],
      from: day('2025-09-01'),
      actId: 'undated',
      reason: 'Named by the province.',
    };
    register.record(eventsOf(decideNameLead(lead, register)));
    expect(who(register, 'phu-thinh-2', INSPECT, '2025-09-01')).toEqual([
      'JOINT',
      `${VAN_PHU} leads`,
      YEN_BINH,
    ]);
    expect(who(register, 'phu-thinh-2', MANAGE, '2025-09-01')).toEqual(['JOINT', VAN_PHU, YEN_BINH]);
  });
});

describe('H2: two communes collapse into one', () => {
  it('the new commune holds alone, and there is nothing left to lead', () => {
    const register = country();
    expect(who(register, 'xuan-hoa-tho-hai', MANAGE, '2025-07-01')).toEqual([
      'HELD',
      'UBND_XA:15520@2025-07-01',
    ]);
    const lead = {
      clusterId: 'xuan-hoa-tho-hai',
      leadOfficeId: 'UBND_XA:15520@2025-07-01',
      from: day('2025-07-01'),
      actId: 'undated',
      reason: 'Named before.',
    };
    expect(refusalOf(decideNameLead(lead, register)).code).toBe('NOT_APPLICABLE');
  });

  it('a lead that was named ends with the commune that merges into the other', () => {
    const law = lawOver(mergedAgain(['04279@2025-07-01', '04714@2025-07-01'], '04279@2028-01-01'));
    const register = country();
    const lead = {
      clusterId: 'phu-thinh-2',
      leadOfficeId: YEN_BINH,
      from: day('2026-01-01'),
      actId: 'undated',
      reason: 'Named.',
    };
    const led = eventsOf(decideNameLead(lead, register));
    const later = new TestRegister(law);
    later.record(eventsOf(decideRegisterCluster(PHU_THINH_2.registration, [], later)));
    later.record(led);
    later.runTransitions('phu-thinh-2');
    expect(who(later, 'phu-thinh-2', MANAGE, '2028-01-01')).toEqual(['HELD', 'UBND_XA:04279@2028-01-01']);
  });
});

describe('H3: an old commune was divided', () => {
  it('nobody is picked: the parts are candidates', () => {
    expect(who(country(), 'cn2-soc-son', MANAGE, '2025-07-01')).toEqual([
      'UNDETERMINED',
      '?UBND_XA:00376@2025-07-01',
      '?UBND_XA:00433@2025-07-01',
    ]);
  });

  it('on what evidence was it placed in Nội Bài? On what the placement states', () => {
    const register = country();
    const input = {
      clusterId: 'cn2-soc-son',
      communeIds: ['00433@2025-07-01'],
      from: day('2025-07-01'),
      evidence: '',
      actId: 'undated',
      reason: 'Placed.',
    };
    expect(refusalOf(decidePlaceCluster(input, 'event', register)).code).toBe('EVIDENCE_REQUIRED');
    const evidence = 'Bản đồ địa chính kèm QĐ 2762/QĐ-UBND';
    const [placed] = eventsOf(decidePlaceCluster({ ...input, evidence }, 'event', register));
    expect(placed).toMatchObject({ type: 'cluster.placed', data: { placement: { evidence } } });
  });
});

describe('H4: the same name or code is another unit', () => {
  it('the new Xuân Hòa bears the code of Thọ Hải and the name of another predecessor', () => {
    const tho = COUNTRY.unitOn('15520@origin', day('2025-06-30'));
    const xuan = COUNTRY.unitOn('15520@2025-07-01', day('2025-07-01'));
    expect([tho?.code, tho?.name]).toEqual(['15520', 'Xã Thọ Hải']);
    expect([xuan?.code, xuan?.name]).toEqual(['15520', 'Xã Xuân Hòa']);
    expect(COUNTRY.unitOn('15520@origin', day('2025-07-01'))).toBeUndefined();
    expect(COUNTRY.unitOn('15520@2025-07-01', day('2025-06-30'))).toBeUndefined();
  });

  it('the new xã Sóc Sơn is not the district of that name', () => {
    const from = {
      actId: 'undated',
      reason: 'x',
      dutyId: MANAGE,
      subjectId: 'cn2-soc-son',
      from: day('2025-09-01'),
    };
    const give = (officeId: string) =>
      decideReassign({ ...from, holders: [{ officeId, lead: false }] }, country());
    expect(refusalOf(give('UBND_HUYEN:01.huyen-soc-son@origin')).code).toBe('UNKNOWN_OFFICE');
    expect(eventsOf(give('UBND_XA:00376@2025-07-01'))).toHaveLength(1);
  });

  it('a bare code is no unit', () => {
    const registration = clusterAt('c', 'Cluster', [inCommunes(['15520'])]);
    expect(refusalOf(decideRegisterCluster(registration, [], country())).code).toBe('UNKNOWN_UNIT');
  });
});

describe('H5: the province of a cluster changed (local regulations by former territory are the catalogue’s)', () => {
  it('what Quảng Nam held over Đại An is with the merged Đà Nẵng', () => {
    const register = country();
    expect(who(register, 'dai-an-mo-rong', ESTABLISH, '2025-06-30')).toEqual(['HELD', 'UBND_TINH:49@origin']);
    expect(who(register, 'dai-an-mo-rong', ESTABLISH, '2025-07-01')).toEqual([
      'HELD',
      'UBND_TINH:48@2025-07-01',
    ]);
    expect(who(register, 'dai-an-mo-rong', MANAGE, '2025-07-01')).toEqual([
      'HELD',
      'UBND_XA:20500@2025-07-01',
    ]);
  });
});

describe('H6: a cluster across two provinces that stayed separate', () => {
  it('both provinces decide, none leads, and the ministry is the only common office', () => {
    const registration = clusterAt('across', 'Across', [
      inCommunes(['00433@2025-07-01', '15520@2025-07-01']),
    ]);
    const register = new TestRegister().add(registration);
    expect(who(register, 'across', ESTABLISH, '2025-07-01')).toEqual([
      'JOINT',
      'UBND_TINH:01@origin',
      'UBND_TINH:38@origin',
    ]);
    expect(who(register, 'across', NATIONAL, '2025-07-01')).toEqual(['HELD', 'BO_CONG_THUONG']);
  });
});

describe('H7: a decision of a dissolved authority', () => {
  it('keeps its issuer and stays in force after the district’s end', () => {
    const issuer = 'UBND huyện Sóc Sơn';
    const registered = eventsOf(
      decideRegisterAct(
        {
          kind: 'DISTRICT_DECISION',
          number: '8705/QĐ-UBND',
          issuer,
          issuedOn: day('2024-12-10'),
          provenance: 'STATED',
          source: 'Bản tin khuyến công 4/2025',
        },
        () => undefined,
      ),
    )[0]?.data;
    expect(registered).toMatchObject({ issuer });
    expect(refuseBasis('actId', 'qd-8705', day('2025-07-02'), () => registered)).toBeUndefined();
  });
});

describe('H8: a district was investor and no decision followed', () => {
  it('Phố Ràng has no investor from 2025-07-01 on, and no commune becomes it by itself', () => {
    const register = country();
    expect(who(register, 'pho-rang', OPERATE, '2025-06-30')).toEqual([
      'HELD',
      'UBND_HUYEN:10.huyen-bao-yen@origin',
    ]);
    expect(who(register, 'pho-rang', OPERATE, '2025-07-01')).toEqual(['VACANT']);
    expect(who(register, 'pho-rang', OPERATE, '2026-06-30')).toEqual(['VACANT']);
    expect(who(register, 'pho-rang', MANAGE, '2025-07-01')).toEqual(['HELD', 'UBND_XA:02947@2025-07-01']);
  });
});

describe('H9: a public service unit was investor', () => {
  it('was the unit of Yên Hợp validly acting in August 2025? It continued until 2026-05-12', () => {
    const register = country();
    const unit = 'PUBLIC_SERVICE_UNIT:ban-qlda-dtxd-khu-vuc-tran-yen';
    expect(who(register, 'yen-hop', OPERATE, '2025-06-30')).toEqual(['HELD', unit]);
    expect(who(register, 'yen-hop', OPERATE, '2025-08-15')).toEqual([
      'CONTINUING_PENDING_REARRANGEMENT',
      unit,
    ]);
    expect(who(register, 'yen-hop', OPERATE, '2026-05-11')).toEqual([
      'CONTINUING_PENDING_REARRANGEMENT',
      unit,
    ]);
    expect(who(register, 'yen-hop', OPERATE, '2026-05-12')).toEqual(['HELD', 'UBND_XA:04441@2025-07-01']);
  });
});

describe('H10: what one district held goes to several communes', () => {
  it('cluster by cluster', () => {
    const register = country().add(clusterAt('dong-an', 'Đông An', [inCommunes(['04396@origin'])]));
    expect(who(register, 'yen-hop', MANAGE, '2025-06-30')).toEqual(
      who(register, 'dong-an', MANAGE, '2025-06-30'),
    );
    expect(who(register, 'yen-hop', MANAGE, '2025-07-01')).toEqual(['HELD', 'UBND_XA:04441@2025-07-01']);
    expect(who(register, 'dong-an', MANAGE, '2025-07-01')).toEqual(['HELD', 'UBND_XA:04399@2025-07-01']);
  });
});

describe('H14: a wrong reassignment is corrected with effect in the past (both record times: the read model)', () => {
  it('points at the event it corrects, which stays as it was recorded', () => {
    const register = country();
    const wrong = register.on('yen-hop', MANAGE, '2025-10-01')?.eventId ?? '';
    const recorded = register.assignmentOf(wrong);
    const input = {
      eventId: wrong,
      holders: [{ officeId: 'UBND_XA:04399@2025-07-01', lead: false }],
      actId: 'qd-1637',
      reason: 'The parcel lies in Đông Cuông.',
    };
    const [event] = eventsOf(decideCorrectReassignment(input, recorded, register));
    expect(event?.data).toMatchObject({ corrects: wrong, from: '2025-07-01', reason: input.reason });
    register.record(event === undefined ? [] : [event]);
    expect(who(register, 'yen-hop', MANAGE, '2025-10-01')).toEqual(['HELD', 'UBND_XA:04399@2025-07-01']);
    expect(register.assignmentOf(wrong)).toEqual(recorded);
  });
});

describe('H15: sources contradict each other', () => {
  it('both dates of Thịnh Hưng stand beside each other with their sources', () => {
    const claims = ['2009-02-05', '2009-09-05'].map((value) => ({
      field: 'establishedOn',
      value,
      provenance: 'SECONDARY' as const,
      source: 'QĐ 106/QĐ-UBND',
    }));
    const registration = clusterAt('thinh-hung', 'Thịnh Hưng', [inCommunes(['04777@origin'])], { claims });
    const [registered] = eventsOf(decideRegisterCluster(registration, [], new TestRegister()));
    expect(registered).toMatchObject({ data: { claims } });
  });
});

describe('H16: a later change of kind', () => {
  it('did responsibility change on 2026-04-30? It did not', () => {
    const register = new TestRegister().add(clusterAt('c', 'In Trảng Bom', [inCommunes(['26248@origin'])]));
    for (const dutyId of [MANAGE, ESTABLISH]) {
      const before = register.on('c', dutyId, '2026-04-29');
      expect(before?.from).toBe('2025-07-01');
      expect(register.on('c', dutyId, '2026-04-30')).toBe(before);
    }
    expect(COUNTRY.unitOn('26248@2025-07-01', day('2026-04-29'))?.name).toBe('Xã Trảng Bom');
    expect(COUNTRY.unitOn('26248@2025-07-01', day('2026-04-30'))?.name).toBe('Phường Trảng Bom');
  });
});

describe('H18: the sunset of NĐ 139/2025 (the answer NO_BASIS: the read model)', () => {
  it('every answer of a commune rests on the decree, so that its end ends the answer', () => {
    const register = country();
    for (const { registration } of SAMPLES) {
      expect(register.on(registration.clusterId, MANAGE, '2027-03-05')?.basis.actId).toBe('nd-139');
    }
  });

  it('no decision can rest on it from 2027-03-01 on, unless its extension is recorded', () => {
    const give = {
      subjectId: 'cn2-soc-son',
      dutyId: MANAGE,
      holders: [{ officeId: 'UBND_XA:00433@2025-07-01', lead: false }],
      actId: 'nd-139',
      reason: 'Decided.',
    };
    const from = (text: string, acts: readonly KnownAct[]) => {
      const register = new TestRegister(lawOver(), acts).add(CN2.registration, CN2.investors);
      return decideReassign({ ...give, from: day(text) }, register);
    };
    expect(eventsOf(from('2027-02-28', ACTS))).toHaveLength(1);
    expect(refusalOf(from('2027-03-01', ACTS)).code).toBe('ACT_NOT_IN_FORCE');
    const find = (id: string) => ACTS.find((a) => a.actId === id);
    const extension = {
      actId: 'nd-139',
      lapsesOn: day('2028-03-01'),
      byActId: 'qd-1637',
      reason: 'Extended.',
    };
    const [extended] = eventsOf(decideExtendAct(extension, find));
    const acts = ACTS.map((a) =>
      a.actId === 'nd-139' && extended?.data.lapsesOn !== undefined
        ? { ...a, endsOn: extended.data.lapsesOn }
        : a,
    );
    expect(eventsOf(from('2027-03-01', acts))).toHaveLength(1);
  });
});

describe('H19: the basis was superseded on the way', () => {
  it('each day rests on the text of that day', () => {
    const register = country();
    const basis = (on: string) => {
      const { actId: id, article } = register.on('yen-hop', MANAGE, on)?.basis ?? {};
      return `${id} ${article}`;
    };
    expect(basis('2025-06-30')).toBe('nd-32 Đ.34(1)');
    expect(basis('2025-07-01')).toBe('nd-139 Đ.6');
  });
});

describe('H20: a rule of one province', () => {
  it('holds there only, and from its day only', () => {
    const spanning = clusterAt('elsewhere', 'In two communes of Quảng Ngãi', [
      inCommunes(['21400@2025-07-01', '21409@2025-07-01']),
    ]);
    const register = country().add(spanning);
    expect(register.on('elsewhere', MANAGE, '2026-03-06')).toBe(
      register.on('elsewhere', MANAGE, '2025-07-01'),
    );
    expect(register.on('phu-thinh-2', MANAGE, '2026-03-06')?.from).toBe('2026-03-06');
  });
});

describe('H23: the handover is late, refused or incomplete (its minutes are data of their own)', () => {
  it('authority moved anyway: the transition asks for no handover', () => {
    expect(who(country(), 'yen-hop', MANAGE, '2025-07-01')).toEqual(['HELD', 'UBND_XA:04441@2025-07-01']);
  });
});

describe('H24: signed early, effective later', () => {
  it('on 2025-06-30 the district still decides under an act signed before', () => {
    const early: KnownAct = {
      actId: 'early',
      kind: 'PROVINCIAL_DECISION',
      number: '1/QĐ-UBND',
      issuer: 'UBND tỉnh Thanh Hóa',
      issuedOn: day('2025-06-20'),
      inForceFrom: day('2025-07-01'),
      provenance: 'STATED',
      source: 'test',
    };
    const register = new TestRegister(lawOver(), [...ACTS, early]).add(XUAN_HOA.registration);
    const give = (from: string) =>
      decideReassign(
        {
          subjectId: 'xuan-hoa-tho-hai',
          dutyId: MANAGE,
          holders: [{ officeId: 'UBND_TINH:38@origin', lead: false }],
          from: day(from),
          to: day('2026-01-01'),
          actId: 'early',
          reason: 'Signed in June.',
        },
        register,
      );
    expect(refusalOf(give('2025-06-30')).code).toBe('ACT_NOT_IN_FORCE');
    register.record(eventsOf(give('2025-07-01')));
    expect(who(register, 'xuan-hoa-tho-hai', MANAGE, '2025-06-30')).toEqual([
      'HELD',
      'UBND_HUYEN:38.huyen-tho-xuan@origin',
    ]);
    expect(who(register, 'xuan-hoa-tho-hai', MANAGE, '2025-07-01')).toEqual(['HELD', 'UBND_TINH:38@origin']);
  });
});

describe('H25: withdrawn from the plan but operating', () => {
  it.each<ClusterStatus>(['WITHDRAWN_FROM_PLAN', 'OPERATING', 'LEGACY_UNESTABLISHED'])(
    '%s: its duties go on',
    (status) => {
      const dam_hong = clusterAt('dam-hong', 'Đầm Hồng', [inCommunes(['04261@origin', '04249@origin'])], {
        status,
      });
      const register = new TestRegister().add(dam_hong);
      expect(who(register, 'dam-hong', MANAGE, '2026-01-01')).toEqual([
        'JOINT',
        'UBND_XA:04252@2025-07-01',
        VAN_PHU,
      ]);
    },
  );
});

describe('H26: a legacy cluster without an establishment decision', () => {
  it('Đông An exists without a founding act or a first day, and has its duties', () => {
    const registration = clusterAt('dong-an', 'Đông An', [inCommunes(['04396@origin'])], {
      status: 'LEGACY_UNESTABLISHED',
    });
    expect(registration.since).toBeUndefined();
    expect(registration.documents).toEqual([]);
    const register = new TestRegister().add(registration);
    expect(who(register, 'dong-an', MANAGE, '2024-05-01')).toEqual([
      'HELD',
      'UBND_HUYEN:15.huyen-van-yen@origin',
    ]);
    expect(who(register, 'dong-an', MANAGE, '2025-07-01')).toEqual(['HELD', 'UBND_XA:04399@2025-07-01']);
  });
});

describe('H27: sibling clusters of almost one name', () => {
  it('a cluster is registered once under its id, whatever siblings are called', () => {
    const register = new TestRegister();
    const named = (id: string, name: string) => clusterAt(id, name, [inCommunes(['04426@origin'])]);
    register.add(named('yen-hop', 'Yên Hợp')).add(named('yen-hop-1', 'Yên Hợp 1'));
    const again = decideRegisterCluster(named('yen-hop-1', 'Yên Hợp 1'), [], register);
    expect(refusalOf(again).code).toBe('ALREADY_EXISTS');
  });
});

describe('H28: decision numbers repeat', () => {
  it('which QĐ 949? Number, issuer and date say it together', () => {
    const ids = [
      actId('949/QĐ-UBND', 'UBND tỉnh Yên Bái', day('2025-05-06')),
      actId('949/QĐ-UBND', 'UBND tỉnh Yên Bái', day('2024-05-06')),
      actId('949/QĐ-UBND', 'UBND tỉnh Lào Cai', day('2025-05-06')),
    ];
    expect(new Set(ids).size).toBe(3);
  });
});

describe('H31: a document after the reform names a unit that has ended', () => {
  it('xã Đại Hiệp on 2025-07-09 is understood as the commune that took it in', () => {
    const stale = clusterAt('dai-an', 'Đại An mở rộng', [inCommunes(['20524@origin'])], {
      since: day('2025-07-09'),
    });
    const register = new TestRegister().add(stale);
    expect(who(register, 'dai-an', MANAGE, '2025-07-09')).toEqual(['HELD', 'UBND_XA:20500@2025-07-01']);
  });

  it('a new decision has to name the unit of its own day', () => {
    const placement = inCommunes(['20524@origin'], { from: day('2025-07-09') });
    const refusal = refusalOf(
      decideRegisterCluster(clusterAt('c', 'c', [placement]), [], new TestRegister()),
    );
    expect(refusal.code).toBe('UNIT_NOT_IN_FORCE');
  });
});

describe('H32: a unit is merged again', () => {
  it('its lineage is followed with its dates', () => {
    const lineage = mergedAgain(['04441@2025-07-01', '04399@2025-07-01'], '04399@2028-01-01');
    const register = new TestRegister(lawOver(lineage)).add(YEN_HOP.registration, YEN_HOP.investors);
    expect(successorsOn(lineage, '04426@origin', day('2028-01-01')).map((c) => c.unitId)).toEqual([
      '04399@2028-01-01',
    ]);
    expect(who(register, 'yen-hop', MANAGE, '2027-12-31')).toEqual(['HELD', 'UBND_XA:04441@2025-07-01']);
    expect(who(register, 'yen-hop', MANAGE, '2028-01-01')).toEqual(['HELD', 'UBND_XA:04399@2028-01-01']);
    expect(who(register, 'yen-hop', OPERATE, '2028-01-01')).toEqual(['VACANT']);
  });
});

describe('H33: no person is a holder', () => {
  it('offices are all that a duty can be given to', () => {
    expect(parseOfficeId('PERSON:nguyen-van-a')).toBeUndefined();
    const give = {
      subjectId: 'cn2-soc-son',
      dutyId: MANAGE,
      holders: [{ officeId: 'PERSON:nguyen-van-a', lead: true }],
      from: day('2025-09-01'),
      actId: 'undated',
      reason: 'x',
    };
    expect(refusalOf(decideReassign(give, country())).code).toBe('UNKNOWN_OFFICE');
  });
});

describe('H11: promotion centres merge, one of them in part', () => {
  const ON = day('2025-07-01');
  const from = (actId: string) =>
    decideRearrangeCentre(
      {
        successor: centre('tt-kc-hai-phong'),
        predecessors: [
          { organisationId: 'tt-kc-hai-duong', extent: 'WHOLE' },
          { organisationId: 'tt-xuc-tien-hai-duong', extent: 'PARTIAL', part: 'Xúc tiến thương mại' },
        ],
        effectiveOn: ON,
        actId,
        reason: 'QĐ 2644/QĐ-UBND',
        provenance: 'STATED',
        source: 'test',
      },
      before(),
    );
  const before = () => {
    const register = new TestSchemes();
    for (const id of ['tt-kc-hai-duong', 'tt-xuc-tien-hai-duong'])
      register.record(eventsOf(decideRegisterOrganisation(centre(id), register)));
    const department = { kind: 'OFFICE', id: 'BO_CONG_THUONG', name: 'Bộ Công Thương' } as const;
    const beneficiaries = [{ kind: 'ENTERPRISE', name: 'A' }] as const;
    const more = { contractNumber: '1', fromYear: 2025, department, beneficiaries };
    register.record(eventsOf(decideRegisterScheme(schemeOf('kcqg', 'tt-kc-hai-duong', more), register)));
    return register.record(
      eventsOf(decideRegisterScheme(schemeOf('fair', 'tt-xuc-tien-hai-duong'), register)),
    );
  };

  it('who signs the liquidation of the 2025 national contract of the Hải Dương centre? The merged centre', () => {
    const register = before().record(eventsOf(from(QD_2644.actId)));
    expect(register.carry()).toEqual(['kcqg']);
    const scheme = register.known('kcqg');
    expect(schemePartiesOn(scheme, 'EXECUTING_UNIT', day('2025-06-30'))).toMatchObject([
      { id: 'tt-kc-hai-duong' },
    ]);
    expect(schemePartiesOn(scheme, 'EXECUTING_UNIT', ON)).toMatchObject([{ id: 'tt-kc-hai-phong' }]);
    expect(partyChanges(scheme, 'EXECUTING_UNIT', ON)).toMatchObject([
      { manner: 'BY_SUCCESSION', actId: QD_2644.actId },
    ]);
    expect(schemePartiesOn(scheme, 'BENEFICIARY', ON)).toMatchObject([{ id: 'a' }]);
    expect(schemePartiesOn(scheme, 'DEPARTMENT', ON)).toMatchObject([{ id: 'BO_CONG_THUONG' }]);
    expect(scheme.registration.contractNumber).toBe('1');
  });

  it('decree 139/2025 is never the basis of a transfer in industrial promotion', () => {
    expect(refusalOf(from('nd-139'))).toMatchObject({ code: 'NOT_APPLICABLE', field: 'actId' });
    const to = { kind: 'ORGANISATION', id: 'tt-xuc-tien-hai-duong' } as const;
    const change = {
      ...({ schemeId: 'kcqg', role: 'EXECUTING_UNIT', to, effectiveOn: ON, actId: 'nd-139' } as const),
      ...({ reason: 'Two tiers.', provenance: 'STATED', source: 'test' } as const),
    };
    expect(refusalOf(decideChangeSchemeParty(change, before()))).toMatchObject({
      code: 'NOT_APPLICABLE',
      field: 'actId',
    });
  });
});

describe('H21: a delegate is recorded in place of the holder for the days of the delegation', () => {
  const DELEGATED = 'ccn_perform_delegated_tasks';
  const DELEGATE = 'SO_CONG_THUONG:15@2025-07-01';
  const law = lawOver();
  const delegated: Duty = {
    dutyId: DELEGATED,
    group: 'B',
    name: 'Thực hiện nhiệm vụ được phân cấp, ủy quyền',
    appliesTo: 'CLUSTER',
    rules: [
      {
        holderLevel: 'UBND_XA',
        from: day('2025-07-01'),
        basisActId: 'nd-139',
        article: 'Đ.11',
        provenance: 'READ',
      },
    ],
  };
  const register = new TestRegister({ ...law, duties: [...law.duties, delegated] }).add(YEN_HOP.registration);
  const delegation = {
    subjectId: 'yen-hop',
    dutyId: DELEGATED,
    holders: [{ officeId: DELEGATE, lead: false }],
    from: day('2025-09-01'),
    to: day('2027-03-01'),
    actId: 'undated',
    article: 'Đ.2',
    reason: 'Delegated until 28 February 2027.',
  };
  const HOLDER = 'UBND_XA:04441@2025-07-01';
  const [recorded] = eventsOf(decideReassign(delegation, register));
  if (recorded === undefined) throw new Error('Nothing was decided.');
  register.record([recorded]);

  it('signed by whom, on whose authority? By the delegate under the delegation; the event names who delegated', () => {
    expect(who(register, 'yen-hop', DELEGATED, '2025-09-01')).toEqual(['HELD', DELEGATE]);
    expect(register.on('yen-hop', DELEGATED, '2025-09-01')).toMatchObject({
      basis: { actId: 'undated', article: 'Đ.2' },
      manner: 'BY_DECISION',
    });
    expect(recorded.data.releasedOfficeIds).toEqual([HOLDER]);
  });

  it('by the holder on the days before it, and from the day on which it ends', () => {
    expect(who(register, 'yen-hop', DELEGATED, '2025-08-31')).toEqual(['HELD', HOLDER]);
    expect(who(register, 'yen-hop', DELEGATED, '2027-02-28')).toEqual(['HELD', DELEGATE]);
    expect(who(register, 'yen-hop', DELEGATED, '2027-03-01')).toEqual(['HELD', HOLDER]);
  });

  it('rests on an act in force when it begins', () => {
    const early = { ...delegation, actId: 'qd-16-2026', from: day('2025-10-01'), to: day('2026-01-01') };
    expect(refusalOf(decideReassign(early, register)).code).toBe('ACT_NOT_IN_FORCE');
  });
});

describe('H29: another regulator of some duties', () => {
  const REGULATOR = 'SO_CONG_THUONG:15@2025-07-01';
  const COMMUNE = 'UBND_XA:04441@2025-07-01';

  it('holds those together with the commune where the cluster lies in the zone in part, and no others', () => {
    const register = country();
    const part = {
      subjectId: 'yen-hop',
      dutyId: INSPECT,
      holders: [COMMUNE, REGULATOR].map((officeId) => ({ officeId, lead: false })),
      from: day('2025-09-01'),
      actId: 'undated',
      reason: 'A part of the cluster lies in the zone.',
    };
    register.record(eventsOf(decideReassign(part, register)));
    expect(who(register, 'yen-hop', INSPECT, '2025-08-31')).toEqual(['HELD', COMMUNE]);
    expect(who(register, 'yen-hop', INSPECT, '2025-09-01')).toEqual(['JOINT', COMMUNE, REGULATOR]);
    expect(who(register, 'yen-hop', MANAGE, '2025-09-01')).toEqual(['HELD', COMMUNE]);
  });

  it('a special zone (đặc khu) is a unit of the communes’ tier, whose committee holds what theirs hold', () => {
    const zone: ListedUnit = {
      id: '99001@2025-07-01',
      name: 'Đặc khu giả định',
      level: 'COMMUNE',
      kind: 'DAC_KHU',
      parent: '15@2025-07-01',
      from: '2025-07-01',
    };
    const law = lawOver(lineageOf([...UNITS, zone], SUCCESSIONS));
    const placed = clusterAt('c', 'In a special zone', [inCommunes([zone.id])], { since: day('2025-07-01') });
    expect(who(new TestRegister(law).add(placed), 'c', MANAGE, '2025-07-01')).toEqual([
      'HELD',
      `UBND_XA:${zone.id}`,
    ]);
  });
});

/** A supposed merger on 2028-01-01: no act has ordered one. */
function mergedAgain(from: readonly string[], to: string) {
  const units = UNITS.map((u) => (from.includes(u.id) ? { ...u, to: '2028-01-01' } : u));
  const formed: ListedUnit = {
    id: to,
    name: to,
    level: 'COMMUNE',
    kind: 'XA',
    parent: '15@2025-07-01',
    from: '2028-01-01',
  };
  return lineageOf([...units, formed], [...SUCCESSIONS, ...from.map((id) => [id, to, 'WHOLE'] as const)]);
}
