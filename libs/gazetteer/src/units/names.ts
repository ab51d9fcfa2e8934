import { BanGiaoError, type UnitKind } from '#domain';

/** A name as the list writes it, in composed Unicode with single spaces. */
export function cleanName(raw: string): string {
  return raw.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Tone marks of open `oa`, `oe`, `uy` moved to the first vowel (Hoà → Hòa); `qu` is a consonant and stays. */
export function normaliseToneMarks(name: string): string {
  return name
    .normalize('NFD')
    .replace(
      /(?<!q)(o[ae]|uy)([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/giu,
      (_, pair: string, tone: string) => `${pair[0]}${tone}${pair[1]}`,
    )
    .normalize('NFC');
}

/** A name for comparison: tone marks, case, apostrophes and hyphens do not count, every letter does. */
export function nameKey(name: string): string {
  return normaliseToneMarks(cleanName(name))
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/\s*-\s*/g, ' ');
}

export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

const PROVINCE_KINDS = [
  ['thành phố ', 'THANH_PHO_TRUC_THUOC_TRUNG_UONG'],
  ['tỉnh ', 'TINH'],
] as const;
const DISTRICT_KINDS = [
  ['quận ', 'QUAN'],
  ['huyện ', 'HUYEN'],
  ['thị xã ', 'THI_XA'],
  ['thành phố ', 'THANH_PHO_THUOC_TINH'],
] as const;
const COMMUNE_KINDS = [
  ['xã ', 'XA'],
  ['phường ', 'PHUONG'],
  ['thị trấn ', 'THI_TRAN'],
  ['đặc khu ', 'DAC_KHU'],
] as const;
const KINDS = { PROVINCE: PROVINCE_KINDS, DISTRICT: DISTRICT_KINDS, COMMUNE: COMMUNE_KINDS } as const;

/**
 * The kind that a full name begins with at its level.
 * @throws BanGiaoError GAZETTEER_KIND_UNKNOWN
 */
export function kindOf(fullName: string, level: keyof typeof KINDS): UnitKind {
  return splitName(fullName, level).kind;
}

/** The name without its kind: `Xã Thọ Hải` is `Thọ Hải`. */
export function bareName(fullName: string, level: keyof typeof KINDS): string {
  return splitName(fullName, level).bare;
}

function splitName(fullName: string, level: keyof typeof KINDS): { kind: UnitKind; bare: string } {
  const name = cleanName(fullName);
  const found = KINDS[level].find(([prefix]) => name.toLowerCase().startsWith(prefix));
  if (found === undefined) {
    throw new BanGiaoError('GAZETTEER_KIND_UNKNOWN', 'A full name begins with the kind of its unit.', {
      field: `name of a ${level}`,
      value: fullName,
      remedy: 'Write the kind in front, e.g. `Xã Thọ Hải`.',
    });
  }
  return { kind: found[1], bare: name.slice(found[0].length) };
}
