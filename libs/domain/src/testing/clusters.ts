import type { ClusterRegistration } from '../clusters/cluster.js';
import type { InvestorAppointment } from '../investors/investor.js';
import { REFORM } from './country.js';
import { day } from './law.js';
import { clusterAt, inCommunes, investorOf } from './register.js';

interface Sample {
  readonly registration: ClusterRegistration;
  readonly investors: readonly InvestorAppointment[];
}

/** CN2 in xã Mai Đình, which was divided; an enterprise is its investor. */
export const CN2: Sample = {
  registration: clusterAt('cn2-soc-son', 'CN2', [inCommunes(['00427@origin'])], { since: day('2020-06-26') }),
  investors: [
    investorOf('cn2-soc-son', {
      kind: 'ENTERPRISE',
      officeId: 'ENTERPRISE:asgi',
      name: 'Công ty TNHH Hạ tầng và Phát triển khu công nghiệp ASG',
    }),
  ],
};

/** Xuân Hòa – Thọ Hải on two communes that became one. */
export const XUAN_HOA: Sample = {
  registration: clusterAt('xuan-hoa-tho-hai', 'Xuân Hòa – Thọ Hải', [
    inCommunes(['15517@origin', '15520@origin']),
  ]),
  investors: [],
};

/** Phú Thịnh 2 in huyện Yên Bình, since the reform in phường Văn Phú and xã Yên Bình. */
export const PHU_THINH_2: Sample = {
  registration: clusterAt(
    'phu-thinh-2',
    'Phú Thịnh 2',
    [
      inCommunes(['15.huyen-yen-binh@origin'], { precision: 'DISTRICT' }),
      inCommunes(['04279@2025-07-01', '04714@2025-07-01'], { from: day(REFORM) }),
    ],
    { since: day('2022-08-24') },
  ),
  investors: [
    investorOf('phu-thinh-2', {
      kind: 'ENTERPRISE',
      officeId: 'ENTERPRISE:lam-nghiep-888-yen-bai',
      name: 'TNHH Lâm nghiệp 888 Yên Bái',
    }),
  ],
};

/** Yên Hợp, whose public service unit stayed investor until QĐ 1637/QĐ-UBND of 2026-05-12. */
export const YEN_HOP: Sample = {
  registration: clusterAt('yen-hop', 'Yên Hợp', [inCommunes(['04426@origin'])], { since: day('2024-11-06') }),
  investors: [
    investorOf('yen-hop', {
      kind: 'PUBLIC_SERVICE_UNIT',
      officeId: 'PUBLIC_SERVICE_UNIT:ban-qlda-dtxd-khu-vuc-tran-yen',
      name: 'Ban QLDA ĐTXD khu vực Trấn Yên',
      parentUnitId: '15.huyen-tran-yen@origin',
    }),
    investorOf('yen-hop', {
      appointmentId: 'yen-hop-investor-2',
      kind: 'COMMITTEE',
      officeId: 'UBND_XA:04441@2025-07-01',
      name: 'UBND xã Xuân Ái',
      from: day('2026-05-12'),
      actId: 'qd-1637',
    }),
  ],
};

/** Phố Ràng, whose investor was UBND huyện Bảo Yên itself. */
export const PHO_RANG: Sample = {
  registration: clusterAt('pho-rang', 'Phố Ràng', [inCommunes(['02947@origin'])], {
    since: day('2016-09-09'),
  }),
  investors: [
    investorOf('pho-rang', {
      kind: 'COMMITTEE',
      officeId: 'UBND_HUYEN:10.huyen-bao-yen@origin',
      name: 'UBND huyện Bảo Yên',
    }),
  ],
};

/** Đại An mở rộng in xã Đại Hiệp, Quảng Nam; nobody is investor yet. */
export const DAI_AN: Sample = {
  registration: clusterAt('dai-an-mo-rong', 'Đại An mở rộng', [inCommunes(['20524@origin'])]),
  investors: [investorOf('dai-an-mo-rong', { kind: 'NONE' })],
};

/** Quán Lát, known by its district only. */
export const QUAN_LAT: Sample = {
  registration: clusterAt('quan-lat', 'Quán Lát', [
    inCommunes(['51.huyen-mo-duc@origin'], { precision: 'DISTRICT' }),
  ]),
  investors: [investorOf('quan-lat', { kind: 'UNKNOWN' })],
};
