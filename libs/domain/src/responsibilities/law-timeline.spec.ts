import { describe, expect, it } from '@jest/globals';
import { factsOf } from '../decisions/register-cluster.js';
import { CN2, DAI_AN, PHO_RANG, PHU_THINH_2, QUAN_LAT, XUAN_HOA, YEN_HOP } from '../testing/clusters.js';
import { COUNTRY, REFORM, SUCCESSIONS, UNITS } from '../testing/country.js';
import { lineageOf, type ListedUnit } from '../testing/lineage.js';
import {
  ACCEPT_SCHEME,
  CONTINUES,
  day,
  DECREE_32,
  DUTIES,
  ESTABLISH,
  LAO_CAI_LEAD,
  lawOver,
  MANAGE,
  NATIONAL,
  OPERATE,
  REARRANGE,
} from '../testing/law.js';
import { clusterAt, inCommunes } from '../testing/register.js';
import type { ClusterRegistration } from '../clusters/cluster.js';
import type { InvestorAppointment } from '../investors/investor.js';
import type { Lineage } from '../units/lineage.js';
import { lawTimeline, type LawSegment } from './law-timeline.js';
import type { Duty, DutyRule, HolderLevel } from '../duties/duty.js';
import type { LawInForce } from './subject.js';

type Sample = {
  readonly registration: ClusterRegistration;
  readonly investors: readonly InvestorAppointment[];
};

function timeline(sample: Sample, dutyId: string, law: LawInForce = lawOver()): readonly LawSegment[] {
  const duty = law.duties.find((d) => d.dutyId === dutyId);
  if (duty === undefined) throw new Error(`No duty ${dutyId}.`);
  return lawTimeline(factsOf(sample.registration, sample.investors), duty, law);
}

/** One line a segment: days, status, who, and whose end it belongs to. */
function told({ assignment: a, dissolved }: LawSegment): string {
  const who = [...a.holders.map((h) => h.officeId), ...a.candidates.map((id) => `?${id}`)].join(' ');
  const cause = dissolved.length === 0 ? '' : ` <- ${dissolved.join(' ')}`;
  return `${a.from}..${a.to ?? ''} ${a.status} ${who}`.trim() + cause;
}
const tell = (sample: Sample, dutyId: string, law?: LawInForce) => timeline(sample, dutyId, law).map(told);
const at = (name: string, ...placements: ClusterRegistration['placements']): Sample => ({
  registration: clusterAt('c', name, placements),
  investors: [],
});

describe('a duty that the districts handed to the communes', () => {
  it('passes from the district to the one whole successor of the commune', () => {
    expect(tell(YEN_HOP, MANAGE)).toEqual([
      '2024-11-06..2025-07-01 HELD UBND_HUYEN:15.huyen-van-yen@origin',
      '2025-07-01.. HELD UBND_XA:04441@2025-07-01 <- 15.huyen-van-yen@origin',
    ]);
  });

  it('is held by one commune where two collapse into it', () => {
    expect(tell(XUAN_HOA, MANAGE)).toEqual([
      '2024-05-01..2025-07-01 HELD UBND_HUYEN:38.huyen-tho-xuan@origin',
      '2025-07-01.. HELD UBND_XA:15520@2025-07-01 <- 38.huyen-tho-xuan@origin',
    ]);
  });

  it('is undetermined between the candidates where the commune was divided', () => {
    expect(tell(CN2, MANAGE).at(-1)).toBe(
      '2025-07-01.. UNDETERMINED ?UBND_XA:00376@2025-07-01 ?UBND_XA:00433@2025-07-01 <- 01.huyen-soc-son@origin',
    );
    const last = timeline(CN2, MANAGE).at(-1)?.assignment;
    expect(last?.explanation).toContain('Its commune was divided');
    expect(last?.explanation).toContain('Xã Nội Bài');
  });

  it('is undetermined among all successors of a district where no commune is stated', () => {
    expect(tell(QUAN_LAT, MANAGE).at(-1)).toBe(
      '2025-07-01.. UNDETERMINED ?UBND_XA:21400@2025-07-01 ?UBND_XA:21409@2025-07-01 ' +
        '?UBND_XA:21421@2025-07-01 ?UBND_XA:21433@2025-07-01 <- 51.huyen-mo-duc@origin',
    );
  });

  it('is held where the district went into exactly one commune', () => {
    const sample = at(
      'In Ngũ Hành Sơn',
      inCommunes(['48.quan-ngu-hanh-son@origin'], { precision: 'DISTRICT' }),
    );
    expect(tell(sample, MANAGE).at(-1)).toBe(
      '2025-07-01.. HELD UBND_XA:20285@2025-07-01 <- 48.quan-ngu-hanh-son@origin',
    );
  });

  it('is undetermined without a candidate where only the province is stated, on both sides', () => {
    const sample = at('Somewhere', inCommunes(['15@origin'], { precision: 'PROVINCE' }));
    expect(tell(sample, MANAGE)).toEqual([
      '2024-05-01..2025-07-01 UNDETERMINED',
      '2025-07-01.. UNDETERMINED',
    ]);
    expect(tell(sample, ESTABLISH).at(-1)).toBe('2025-07-01.. HELD UBND_TINH:15@2025-07-01 <- 15@origin');
  });

  it.each(['INFERRED', 'UNVERIFIED'] as const)('is not determined by a place that is %s', (provenance) => {
    const sample = at('Yên Hợp', inCommunes(['04426@origin'], { provenance }));
    expect(tell(sample, MANAGE)).toEqual([
      '2024-05-01..2025-07-01 UNDETERMINED ?UBND_HUYEN:15.huyen-van-yen@origin',
      '2025-07-01.. UNDETERMINED ?UBND_XA:04441@2025-07-01 <- 15.huyen-van-yen@origin',
    ]);
    expect(timeline(sample, MANAGE)[0]?.assignment.explanation).toContain('inferred');
  });

  it('is determined by a place computed from the published lists', () => {
    const sample = at('Yên Hợp', inCommunes(['04426@origin'], { provenance: 'COMPUTED' }));
    expect(tell(sample, MANAGE).at(-1)).toContain('HELD');
  });

  it('is undetermined where the source names some of the communes, but the province is known', () => {
    const sample = at('Yên Hợp', inCommunes(['04426@origin'], { complete: false }));
    expect(tell(sample, MANAGE).at(-1)).toContain('UNDETERMINED ?UBND_XA:04441@2025-07-01');
    expect(tell(sample, ESTABLISH).every((line) => line.includes(' HELD '))).toBe(true);
  });

  it('stays in a commune that went on, which lost its district only', () => {
    expect(tell(at('In Phong Dụ Thượng', inCommunes(['04423@origin'])), MANAGE)).toEqual([
      '2024-05-01..2025-07-01 HELD UBND_HUYEN:15.huyen-van-yen@origin',
      '2025-07-01.. HELD UBND_XA:04423@origin <- 15.huyen-van-yen@origin',
    ]);
  });

  it('was held by two districts together where the cluster lay in both', () => {
    const sample = at('Across', inCommunes(['04783@origin', '04279@origin']));
    expect(tell(sample, MANAGE)).toEqual([
      '2024-05-01..2025-07-01 JOINT UBND_HUYEN:15.huyen-yen-binh@origin UBND_HUYEN:15.thanh-pho-yen-bai@origin',
      '2025-07-01.. HELD UBND_XA:04279@2025-07-01 <- 15.huyen-yen-binh@origin 15.thanh-pho-yen-bai@origin',
    ]);
  });

  it('rests on the decree of its day', () => {
    const [before, after] = timeline(YEN_HOP, MANAGE).map((s) => s.assignment.basis);
    expect(before).toEqual({ actId: 'nd-32', article: 'Đ.34(1)', provenance: 'READ' });
    expect(after).toEqual({ actId: 'nd-139', article: 'Đ.6', provenance: 'READ' });
  });
});

describe('a cluster in several communes', () => {
  it('is held jointly without a lead, and the province’s own rule says from its day why none can be named', () => {
    const segments = timeline(PHU_THINH_2, MANAGE);
    expect(segments.map(told)).toEqual([
      '2024-05-01..2025-07-01 HELD UBND_HUYEN:15.huyen-yen-binh@origin',
      '2025-07-01..2026-03-06 JOINT UBND_XA:04279@2025-07-01 UBND_XA:04714@2025-07-01 <- 15.huyen-yen-binh@origin',
      '2026-03-06.. JOINT UBND_XA:04279@2025-07-01 UBND_XA:04714@2025-07-01',
    ]);
    const [, joint, ruled] = segments.map((s) => s.assignment);
    expect([...(joint?.holders ?? []), ...(ruled?.holders ?? [])].some((h) => h.lead)).toBe(false);
    expect(joint?.explanation).toContain('no lead is named');
    expect(ruled?.explanation).toContain('the areas are not known');
    expect(ruled?.explanation).toContain('Đ.14(3)');
  });

  it('is not divided by the rule of another province', () => {
    const elsewhere = { ...LAO_CAI_LEAD, provinceUnitId: '38@origin' };
    expect(tell(PHU_THINH_2, MANAGE, { ...lawOver(), leadRules: [elsewhere] })).toHaveLength(2);
  });

  it('is subject to the youngest rule of its province, in whatever order they are given', () => {
    const later = { ...LAO_CAI_LEAD, from: day('2026-08-01'), article: 'Đ.9', actId: 'later' };
    const law = { ...lawOver(), leadRules: [later, LAO_CAI_LEAD] };
    expect(timeline(PHU_THINH_2, MANAGE, law).map((s) => s.assignment.from)).toEqual([
      DECREE_32,
      REFORM,
      '2026-03-06',
      '2026-08-01',
    ]);
    expect(timeline(PHU_THINH_2, MANAGE, law).at(-1)?.assignment.explanation).toContain('Đ.9');
  });
});

describe('a duty of the province', () => {
  it('rises to the merged province', () => {
    expect(tell(DAI_AN, ESTABLISH)).toEqual([
      '2024-05-01..2025-07-01 HELD UBND_TINH:49@origin',
      '2025-07-01.. HELD UBND_TINH:48@2025-07-01 <- 49@origin',
    ]);
  });

  it('has no event in a province that stayed', () => {
    expect(tell(XUAN_HOA, ESTABLISH)).toEqual(['2024-05-01.. HELD UBND_TINH:38@origin']);
    expect(tell(CN2, ESTABLISH)).toEqual(['2024-05-01.. HELD UBND_TINH:01@origin']);
  });

  it('begins and ends with its rule', () => {
    expect(tell(CN2, REARRANGE)).toEqual(['2025-07-01..2027-03-01 HELD UBND_TINH:01@origin']);
  });
});

describe('a national duty', () => {
  it('is moved by no reorganisation', () => {
    expect(tell(DAI_AN, NATIONAL)).toEqual(['2024-05-01.. HELD BO_CONG_THUONG']);
  });
});

describe('the rules of a duty', () => {
  const [manage] = DUTIES;
  const under = (...rules: Duty['rules']): LawInForce => ({
    ...lawOver(),
    duties: manage === undefined ? [] : [{ ...manage, rules }],
  });
  const rule = (holderLevel: HolderLevel, from: string, to?: string): DutyRule => ({
    holderLevel,
    from: day(from),
    ...(to === undefined ? {} : { to: day(to) }),
    provenance: 'READ',
  });

  it('may leave a gap; what follows takes the duty from nobody, and a rule without an act is pending', () => {
    const law = under(rule('UBND_HUYEN', DECREE_32, REFORM), rule('UBND_XA', '2025-10-15'));
    const [, after] = timeline(YEN_HOP, MANAGE, law);
    expect(after).toMatchObject({
      assignment: { from: '2025-10-15', basis: { pending: true } },
      released: [],
      dissolved: [],
    });
  });

  it('may name the commune on both sides: a district that ends still divides the answer', () => {
    expect(tell(QUAN_LAT, MANAGE, under(rule('UBND_XA', DECREE_32)))).toEqual([
      '2024-05-01..2025-07-01 UNDETERMINED',
      '2025-07-01.. UNDETERMINED ?UBND_XA:21400@2025-07-01 ?UBND_XA:21409@2025-07-01 ' +
        '?UBND_XA:21421@2025-07-01 ?UBND_XA:21433@2025-07-01',
    ]);
  });
});

describe('a duty that is not about clusters', () => {
  it('has no interval', () => expect(tell(CN2, ACCEPT_SCHEME)).toEqual([]));
});

describe('an infrastructure investor', () => {
  it('stays where it is an enterprise', () => {
    expect(tell(CN2, OPERATE)).toEqual(['2024-05-01.. HELD ENTERPRISE:asgi']);
    expect(tell(CN2, CONTINUES)).toEqual([]);
  });

  it('continues as a public service unit until a decision appoints another', () => {
    expect(tell(YEN_HOP, OPERATE)).toEqual([
      '2024-11-06..2025-07-01 HELD PUBLIC_SERVICE_UNIT:ban-qlda-dtxd-khu-vuc-tran-yen',
      '2025-07-01..2026-05-12 CONTINUING_PENDING_REARRANGEMENT ' +
        'PUBLIC_SERVICE_UNIT:ban-qlda-dtxd-khu-vuc-tran-yen <- 15.huyen-tran-yen@origin',
      '2026-05-12.. HELD UBND_XA:04441@2025-07-01',
    ]);
    const [, pending, appointed] = timeline(YEN_HOP, OPERATE).map((s) => s.assignment);
    expect(pending?.basis).toMatchObject({ actId: 'nd-32', article: 'Đ.35(3)' });
    expect(appointed).toMatchObject({ manner: 'BY_DECISION', basis: { actId: 'qd-1637' } });
  });

  it('has the duty to continue only while it waits', () => {
    expect(tell(YEN_HOP, CONTINUES)).toEqual([
      '2025-07-01..2026-05-12 CONTINUING_PENDING_REARRANGEMENT ' +
        'PUBLIC_SERVICE_UNIT:ban-qlda-dtxd-khu-vuc-tran-yen',
    ]);
  });

  it('has the duty to continue twice where it is investor twice, and not in between', () => {
    const [unit] = YEN_HOP.investors;
    if (unit === undefined) throw new Error('no investor');
    const investors = [
      unit,
      { ...unit, kind: 'ENTERPRISE' as const, officeId: 'ENTERPRISE:x', name: 'X', from: day('2025-09-01') },
      { ...unit, from: day('2026-01-01') },
    ];
    expect(
      timeline({ ...YEN_HOP, investors }, CONTINUES).map((s) => [s.assignment.from, s.assignment.to]),
    ).toEqual([
      ['2025-07-01', '2025-09-01'],
      ['2026-01-01', undefined],
    ]);
  });

  it('is vacant where the dissolved committee itself was investor', () => {
    expect(tell(PHO_RANG, OPERATE)).toEqual([
      '2024-05-01..2025-07-01 HELD UBND_HUYEN:10.huyen-bao-yen@origin',
      '2025-07-01.. VACANT <- 10.huyen-bao-yen@origin',
    ]);
  });

  it('is no committee before its commune exists, where the source is silent on the start', () => {
    const [, appointed] = YEN_HOP.investors;
    const { from: _unsaid, ...silent } = appointed ?? {};
    const sample = { ...YEN_HOP, investors: [silent as InvestorAppointment] };
    expect(tell(sample, OPERATE)).toEqual([
      '2024-11-06..2025-07-01 UNDETERMINED',
      '2025-07-01.. HELD UBND_XA:04441@2025-07-01',
    ]);
  });

  it('is vacant where none is selected and undetermined where no source names one', () => {
    expect(tell(DAI_AN, OPERATE)).toEqual(['2024-05-01.. VACANT']);
    expect(tell(QUAN_LAT, OPERATE)).toEqual(['2024-05-01.. UNDETERMINED']);
  });
});

describe('the start of a cluster', () => {
  it('in the past goes through the transition', () => {
    const sample = { ...YEN_HOP, registration: { ...YEN_HOP.registration, since: day('2025-06-30') } };
    expect(tell(sample, MANAGE)[0]).toBe('2025-06-30..2025-07-01 HELD UBND_HUYEN:15.huyen-van-yen@origin');
    expect(tell(sample, MANAGE)[1]).toContain('<- 15.huyen-van-yen@origin');
  });

  it('on or after the reform has nothing to pass on', () => {
    for (const since of [REFORM, '2025-08-01']) {
      const sample = { ...YEN_HOP, registration: { ...YEN_HOP.registration, since: day(since) } };
      expect(tell(sample, MANAGE)).toEqual([`${since}.. HELD UBND_XA:04441@2025-07-01`]);
    }
  });

  it('before the law is no earlier than the law', () => {
    expect(timeline(PHO_RANG, MANAGE)[0]?.assignment.from).toBe(DECREE_32);
  });
});

describe('a place stated only by a commune that the reform formed', () => {
  it('gives the district where all its predecessors shared one', () => {
    expect(tell(at('In Xuân Ái', inCommunes(['04441@2025-07-01'])), MANAGE)).toEqual([
      '2024-05-01..2025-07-01 HELD UBND_HUYEN:15.huyen-van-yen@origin',
      '2025-07-01.. HELD UBND_XA:04441@2025-07-01 <- 15.huyen-van-yen@origin',
    ]);
  });

  it('leaves the district open where they did not', () => {
    expect(tell(at('In Văn Phú', inCommunes(['04279@2025-07-01'])), MANAGE)).toEqual([
      '2024-05-01..2025-07-01 UNDETERMINED ?UBND_HUYEN:15.huyen-yen-binh@origin ?UBND_HUYEN:15.thanh-pho-yen-bai@origin',
      '2025-07-01.. HELD UBND_XA:04279@2025-07-01 <- 15.huyen-yen-binh@origin 15.thanh-pho-yen-bai@origin',
    ]);
  });

  it('gives the province of its predecessors', () => {
    expect(tell(at('In Xuân Ái', inCommunes(['04441@2025-07-01'])), ESTABLISH)).toEqual([
      '2024-05-01..2025-07-01 HELD UBND_TINH:15@origin',
      '2025-07-01.. HELD UBND_TINH:15@2025-07-01 <- 15@origin',
    ]);
  });
});

describe('changes after the reform', () => {
  it('move nothing where a unit is renamed or becomes another kind', () => {
    const sample = at('In Trảng Bom', inCommunes(['26248@origin']));
    expect(tell(sample, MANAGE)).toEqual([
      '2024-05-01..2025-07-01 HELD UBND_HUYEN:75.huyen-trang-bom@origin',
      '2025-07-01.. HELD UBND_XA:26248@2025-07-01 <- 75.huyen-trang-bom@origin',
    ]);
    expect(tell(sample, ESTABLISH)).toHaveLength(2);
  });

  it('are followed to the second hop where a unit is merged again', () => {
    expect(tell(YEN_HOP, MANAGE, lawOver(MERGED_AGAIN))).toEqual([
      '2024-11-06..2025-07-01 HELD UBND_HUYEN:15.huyen-van-yen@origin',
      '2025-07-01..2028-01-01 HELD UBND_XA:04441@2025-07-01 <- 15.huyen-van-yen@origin',
      '2028-01-01.. HELD UBND_XA:04399@2028-01-01 <- 04441@2025-07-01',
    ]);
  });

  it('open the question again where the one holder is divided', () => {
    expect(tell(YEN_HOP, MANAGE, lawOver(DIVIDED_AGAIN)).at(-1)).toBe(
      '2028-01-01.. UNDETERMINED ?UBND_XA:04399@2028-01-01 ?UBND_XA:04441@2028-01-01 <- 04441@2025-07-01',
    );
  });

  it('settle the question where both candidates merge', () => {
    const merged = again([
      ['00433@2025-07-01', '00376@2028-01-01', 'WHOLE'],
      ['00376@2025-07-01', '00376@2028-01-01', 'WHOLE'],
    ]);
    expect(tell(CN2, MANAGE, lawOver(merged)).at(-1)).toBe(
      '2028-01-01.. HELD UBND_XA:00376@2028-01-01 <- 00376@2025-07-01 00433@2025-07-01',
    );
  });
});

/** A supposed second reorganisation on 2028-01-01: no act has ordered one; it shows that lineage has no depth. */
function again(edges: Parameters<typeof lineageOf>[1]): Lineage {
  const ending = new Set(edges.map(([from]) => from));
  const formed = [...new Set(edges.map(([, to]) => to))].map((id): ListedUnit => ({
    id,
    name: id,
    level: 'COMMUNE',
    kind: 'XA',
    parent: '15@2025-07-01',
    from: '2028-01-01',
  }));
  const units = UNITS.map((u) => (ending.has(u.id) ? { ...u, to: '2028-01-01' } : u));
  return lineageOf([...units, ...formed], [...SUCCESSIONS, ...edges]);
}
const MERGED_AGAIN = again([
  ['04441@2025-07-01', '04399@2028-01-01', 'WHOLE'],
  ['04399@2025-07-01', '04399@2028-01-01', 'WHOLE'],
]);
const DIVIDED_AGAIN = again([
  ['04441@2025-07-01', '04399@2028-01-01', 'PARTIAL'],
  ['04441@2025-07-01', '04441@2028-01-01', 'PARTIAL'],
]);

it('uses the units of the country that the samples name', () => {
  for (const duty of DUTIES)
    expect(duty.rules.every((r) => r.from !== undefined && r.from >= DECREE_32)).toBe(true);
  expect(COUNTRY.unitOn('15520@2025-07-01', day(REFORM))?.name).toBe('Xã Xuân Hòa');
  expect(COUNTRY.unitOn('15520@origin', day('2025-06-30'))?.name).toBe('Xã Thọ Hải');
  expect(COUNTRY.unitOn('26248@2025-07-01', day('2026-04-30'))?.kind).toBe('PHUONG');
});
