import {
  foldName,
  parseOfficeId,
  type OfficeKind,
  type UnitKind,
  type UnitLevel,
  type UnitVersion,
} from '#domain';

/** Words for a kind of unit as they stand within a sentence. */
const KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  TINH: 'tỉnh',
  THANH_PHO_TRUC_THUOC_TRUNG_UONG: 'thành phố',
  QUAN: 'quận',
  HUYEN: 'huyện',
  THI_XA: 'thị xã',
  THANH_PHO_THUOC_TINH: 'thành phố',
  XA: 'xã',
  PHUONG: 'phường',
  THI_TRAN: 'thị trấn',
  DAC_KHU: 'đặc khu',
};

/** National offices and their names. */
export const NATIONAL_OFFICES: Readonly<Partial<Record<OfficeKind, string>>> = {
  CHINH_PHU: 'Chính phủ',
  THU_TUONG: 'Thủ tướng Chính phủ',
  BO_CONG_THUONG: 'Bộ Công Thương',
  // The department was renamed in the reform and the day is not known, so it is described, not named.
  CUC: 'Cục phụ trách cụm công nghiệp và khuyến công, Bộ Công Thương',
};

/** Offices that every unit of a tier has, and what stands before the unit's name. */
export const UNIT_OFFICES: Readonly<
  Partial<Record<OfficeKind, { readonly level: UnitLevel; readonly title: string }>>
> = {
  HDND_TINH: { level: 'PROVINCE', title: 'Hội đồng nhân dân' },
  UBND_TINH: { level: 'PROVINCE', title: 'Ủy ban nhân dân' },
  CT_UBND_TINH: { level: 'PROVINCE', title: 'Chủ tịch Ủy ban nhân dân' },
  SO_CONG_THUONG: { level: 'PROVINCE', title: 'Sở Công Thương' },
  TRUNG_TAM_KHUYEN_CONG: { level: 'PROVINCE', title: 'Trung tâm khuyến công' },
  THONG_KE: { level: 'PROVINCE', title: 'Cơ quan thống kê' },
  UBND_HUYEN: { level: 'DISTRICT', title: 'Ủy ban nhân dân' },
  UBND_XA: { level: 'COMMUNE', title: 'Ủy ban nhân dân' },
};

/** A unit's name within a sentence: `xã Xuân Hòa` for `Xã Xuân Hòa`. */
export function unitNameInSentence({ name, kind }: Pick<UnitVersion, 'name' | 'kind'>): string {
  const word = KIND_WORDS[kind];
  const named =
    foldName(name).startsWith(`${foldName(word)} `) && name.normalize('NFC').length >= word.length;
  return named ? word + name.normalize('NFC').slice(word.length) : `${word} ${name}`;
}

/** Whether an id names one of the offices that come with a unit. */
export function unitOfOffice(id: string): { readonly kind: OfficeKind; readonly unitId: string } | undefined {
  const parsed = parseOfficeId(id);
  if (parsed?.rest === undefined || UNIT_OFFICES[parsed.kind] === undefined) return undefined;
  return { kind: parsed.kind, unitId: parsed.rest };
}
