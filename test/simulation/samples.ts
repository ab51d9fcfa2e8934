import type { InvestorInput } from '#application';
import type { LocalDate, Placement } from '#domain';
import { day, REFORM } from '../../libs/domain/src/testing/index.js';

/** A cluster that callers register: where it lies, and which offices are around it. */
export interface Sample {
  readonly id: string;
  readonly since: LocalDate;
  readonly placements: readonly Placement[];
  readonly investor?: InvestorInput;
  /** The communes that it may lie in since the reform. */
  readonly communes: readonly string[];
  readonly offices: readonly [string, ...string[]];
}

const inUnits = (unitIds: readonly string[], more: Partial<Placement> = {}): Placement => ({
  precision: 'COMMUNE',
  unitIds,
  complete: true,
  provenance: 'STATED',
  evidence: 'Quyết định thành lập',
  ...more,
});
const offices = (province: string, communes: readonly string[]): readonly [string, ...string[]] => [
  `UBND_TINH:${province}`,
  ...communes.map((id) => `UBND_XA:${id}`),
  'BO_CONG_THUONG',
];
const sample = (
  id: string,
  since: string,
  placements: readonly Placement[],
  communes: readonly string[],
  province: string,
  investor?: InvestorInput,
): Sample => ({
  id,
  since: day(since),
  placements,
  communes,
  offices: offices(province, communes),
  ...(investor === undefined ? {} : { investor }),
});

/** In one commune, in one that was divided, in two, and known by its district only; each with another investor. */
export const SAMPLES: readonly [Sample, ...Sample[]] = [
  sample(
    'cn2',
    '2020-06-26',
    [inUnits(['00427@origin'])],
    ['00433@2025-07-01', '00376@2025-07-01'],
    '01@origin',
    {
      kind: 'ENTERPRISE',
      name: 'Công ty hạ tầng',
    },
  ),
  sample(
    'xuan-hoa',
    '2021-01-01',
    [inUnits(['15517@origin', '15520@origin'])],
    ['15520@2025-07-01'],
    '38@origin',
  ),
  sample(
    'phu-thinh',
    '2022-08-24',
    [
      inUnits(['15.huyen-yen-binh@origin'], { precision: 'DISTRICT' }),
      inUnits(['04279@2025-07-01', '04714@2025-07-01'], { from: day(REFORM) }),
    ],
    ['04279@2025-07-01', '04714@2025-07-01'],
    '15@2025-07-01',
    { kind: 'ENTERPRISE', name: 'Lâm nghiệp' },
  ),
  sample('yen-hop', '2024-11-06', [inUnits(['04426@origin'])], ['04441@2025-07-01'], '15@2025-07-01', {
    kind: 'PUBLIC_SERVICE_UNIT',
    name: 'Ban QLDA',
    unitId: '15.huyen-tran-yen@origin',
  }),
  sample(
    'quan-lat',
    '2023-05-05',
    [inUnits(['51.huyen-mo-duc@origin'], { precision: 'DISTRICT' })],
    ['21400@2025-07-01', '21409@2025-07-01', '21421@2025-07-01'],
    '51@2025-07-01',
    { kind: 'UNKNOWN' },
  ),
];
