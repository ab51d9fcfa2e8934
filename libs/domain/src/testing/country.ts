import type { UnitKind } from '../units/unit.js';
import { lineageOf, type ListedSuccession, type ListedUnit } from './lineage.js';

export const REFORM = '2025-07-01';
const RETYPED = '2026-04-30';

type Change = NonNullable<ListedUnit['changes']>[number];

const province = (id: string, name: string, to?: string): ListedUnit => ({
  id,
  name,
  level: 'PROVINCE',
  kind: name.startsWith('Thành phố') ? 'THANH_PHO_TRUC_THUOC_TRUNG_UONG' : 'TINH',
  ...(to === undefined ? {} : { to }),
});
const formedProvince = (id: string, name: string, changes: readonly Change[] = []): ListedUnit => ({
  ...province(id, name),
  from: REFORM,
  changes,
});
const district = (id: string, name: string, parent: string, kind: UnitKind = 'HUYEN'): ListedUnit => ({
  id,
  name,
  level: 'DISTRICT',
  kind,
  parent,
  to: REFORM,
});
const kindOfCommune = (name: string): UnitKind =>
  name.startsWith('Phường') ? 'PHUONG' : name.startsWith('Thị trấn') ? 'THI_TRAN' : 'XA';
const oldCommune = (code: string, name: string, parent: string): ListedUnit => ({
  id: `${code}@origin`,
  name,
  level: 'COMMUNE',
  kind: kindOfCommune(name),
  parent,
  to: REFORM,
});
const newCommune = (
  code: string,
  name: string,
  parent: string,
  changes: readonly Change[] = [],
): ListedUnit => ({
  id: `${code}@${REFORM}`,
  name,
  level: 'COMMUNE',
  kind: kindOfCommune(name),
  parent,
  from: REFORM,
  changes,
});

const HANOI = '01@origin';
const THANH_HOA = '38@origin';
const QUANG_NGAI = '51@2025-07-01';
const SOC_SON = '01.huyen-soc-son@origin';
const THO_XUAN = '38.huyen-tho-xuan@origin';
const DAI_LOC = '49.huyen-dai-loc@origin';
const NGU_HANH_SON = '48.quan-ngu-hanh-son@origin';
const VAN_YEN = '15.huyen-van-yen@origin';
const YEN_BINH = '15.huyen-yen-binh@origin';
const YEN_BAI_CITY = '15.thanh-pho-yen-bai@origin';
const TRAN_YEN = '15.huyen-tran-yen@origin';
const BAO_YEN = '10.huyen-bao-yen@origin';
const MO_DUC = '51.huyen-mo-duc@origin';
const TRANG_BOM = '75.huyen-trang-bom@origin';
const LAO_CAI = '15@2025-07-01';

/** A part of the country as it was and is: real units around the sample clusters. */
export const UNITS: readonly ListedUnit[] = [
  province(HANOI, 'Thành phố Hà Nội'),
  province(THANH_HOA, 'Tỉnh Thanh Hóa'),
  province('10@origin', 'Tỉnh Lào Cai', REFORM),
  province('15@origin', 'Tỉnh Yên Bái', REFORM),
  province('48@origin', 'Thành phố Đà Nẵng', REFORM),
  province('49@origin', 'Tỉnh Quảng Nam', REFORM),
  province('51@origin', 'Tỉnh Quảng Ngãi', REFORM),
  province('75@origin', 'Tỉnh Đồng Nai', REFORM),
  formedProvince(LAO_CAI, 'Tỉnh Lào Cai'),
  formedProvince('48@2025-07-01', 'Thành phố Đà Nẵng'),
  formedProvince(QUANG_NGAI, 'Tỉnh Quảng Ngãi'),
  formedProvince('75@2025-07-01', 'Tỉnh Đồng Nai', [
    { on: RETYPED, name: 'Thành phố Đồng Nai', kind: 'THANH_PHO_TRUC_THUOC_TRUNG_UONG' },
  ]),
  district(SOC_SON, 'Huyện Sóc Sơn', HANOI),
  district(THO_XUAN, 'Huyện Thọ Xuân', THANH_HOA),
  district(DAI_LOC, 'Huyện Đại Lộc', '49@origin'),
  district(NGU_HANH_SON, 'Quận Ngũ Hành Sơn', '48@origin', 'QUAN'),
  district(VAN_YEN, 'Huyện Văn Yên', '15@origin'),
  district(YEN_BINH, 'Huyện Yên Bình', '15@origin'),
  district(YEN_BAI_CITY, 'Thành phố Yên Bái', '15@origin', 'THANH_PHO_THUOC_TINH'),
  district(TRAN_YEN, 'Huyện Trấn Yên', '15@origin'),
  district(BAO_YEN, 'Huyện Bảo Yên', '10@origin'),
  district(MO_DUC, 'Huyện Mộ Đức', '51@origin'),
  district(TRANG_BOM, 'Huyện Trảng Bom', '75@origin'),
  oldCommune('00427', 'Xã Mai Đình', SOC_SON),
  oldCommune('00433', 'Xã Thanh Xuân', SOC_SON),
  oldCommune('00376', 'Thị trấn Sóc Sơn', SOC_SON),
  oldCommune('15517', 'Xã Xuân Hòa', THO_XUAN),
  oldCommune('15520', 'Xã Thọ Hải', THO_XUAN),
  oldCommune('20524', 'Xã Đại Hiệp', DAI_LOC),
  oldCommune('04426', 'Xã Yên Hợp', VAN_YEN),
  oldCommune('04441', 'Xã Xuân Ái', VAN_YEN),
  oldCommune('04396', 'Xã Đông An', VAN_YEN),
  oldCommune('04783', 'Xã Phú Thịnh', YEN_BINH),
  oldCommune('04777', 'Xã Thịnh Hưng', YEN_BINH),
  oldCommune('04279', 'Xã Tân Thịnh', YEN_BAI_CITY),
  oldCommune('04249', 'Phường Yên Thịnh', YEN_BAI_CITY),
  oldCommune('04261', 'Phường Đồng Tâm', YEN_BAI_CITY),
  oldCommune('04531', 'Xã Y Can', TRAN_YEN),
  oldCommune('02947', 'Thị trấn Phố Ràng', BAO_YEN),
  oldCommune('26248', 'Thị trấn Trảng Bom', TRANG_BOM),
  {
    id: '04423@origin',
    name: 'Xã Phong Dụ Thượng',
    level: 'COMMUNE',
    kind: 'XA',
    parent: VAN_YEN,
    changes: [{ on: REFORM, parent: LAO_CAI }],
  },
  newCommune('00433', 'Xã Nội Bài', HANOI),
  newCommune('00376', 'Xã Sóc Sơn', HANOI),
  newCommune('15520', 'Xã Xuân Hòa', THANH_HOA),
  newCommune('20500', 'Xã Đại Lộc', '48@2025-07-01'),
  newCommune('20285', 'Phường Ngũ Hành Sơn', '48@2025-07-01'),
  newCommune('04441', 'Xã Xuân Ái', LAO_CAI),
  newCommune('04399', 'Xã Đông Cuông', LAO_CAI),
  newCommune('04279', 'Phường Văn Phú', LAO_CAI),
  newCommune('04714', 'Xã Yên Bình', LAO_CAI),
  newCommune('04252', 'Phường Yên Bái', LAO_CAI),
  newCommune('04531', 'Xã Quy Mông', LAO_CAI),
  newCommune('02947', 'Xã Bảo Yên', LAO_CAI),
  newCommune('21400', 'Xã Long Phụng', QUANG_NGAI),
  newCommune('21409', 'Xã Mỏ Cày', QUANG_NGAI),
  newCommune('21421', 'Xã Mộ Đức', QUANG_NGAI),
  newCommune('21433', 'Xã Lân Phong', QUANG_NGAI),
  newCommune('26248', 'Xã Trảng Bom', '75@2025-07-01', [
    { on: RETYPED, name: 'Phường Trảng Bom', kind: 'PHUONG' },
  ]),
];

const whole = (from: string, to: string): ListedSuccession => [`${from}@origin`, `${to}@${REFORM}`, 'WHOLE'];
const part = (from: string, to: string): ListedSuccession => [from, to, 'PARTIAL'];

/** Every edge among those units; districts lead to each commune that holds part of them. */
export const SUCCESSIONS: readonly ListedSuccession[] = [
  whole('10', '15'),
  whole('15', '15'),
  whole('48', '48'),
  whole('49', '48'),
  whole('51', '51'),
  whole('75', '75'),
  part('00427@origin', '00433@2025-07-01'),
  part('00427@origin', '00376@2025-07-01'),
  whole('00433', '00433'),
  whole('00376', '00376'),
  whole('15517', '15520'),
  whole('15520', '15520'),
  whole('20524', '20500'),
  whole('04426', '04441'),
  whole('04441', '04441'),
  whole('04396', '04399'),
  whole('04783', '04279'),
  whole('04279', '04279'),
  whole('04249', '04279'),
  whole('04777', '04714'),
  whole('04261', '04252'),
  whole('04531', '04531'),
  whole('02947', '02947'),
  whole('26248', '26248'),
  part(SOC_SON, '00433@2025-07-01'),
  part(SOC_SON, '00376@2025-07-01'),
  part(THO_XUAN, '15520@2025-07-01'),
  part(DAI_LOC, '20500@2025-07-01'),
  [NGU_HANH_SON, '20285@2025-07-01', 'WHOLE'],
  part(VAN_YEN, '04399@2025-07-01'),
  part(VAN_YEN, '04423@origin'),
  part(VAN_YEN, '04441@2025-07-01'),
  part(YEN_BINH, '04279@2025-07-01'),
  part(YEN_BINH, '04714@2025-07-01'),
  part(YEN_BAI_CITY, '04279@2025-07-01'),
  part(YEN_BAI_CITY, '04252@2025-07-01'),
  part(TRAN_YEN, '04531@2025-07-01'),
  part(BAO_YEN, '02947@2025-07-01'),
  part(MO_DUC, '21400@2025-07-01'),
  part(MO_DUC, '21409@2025-07-01'),
  part(MO_DUC, '21421@2025-07-01'),
  part(MO_DUC, '21433@2025-07-01'),
  part(TRANG_BOM, '26248@2025-07-01'),
];

export const COUNTRY = lineageOf(UNITS, SUCCESSIONS, 'nq-202-2025');
