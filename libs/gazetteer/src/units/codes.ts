import { BanGiaoError } from '#domain';

/** A commune code as the national list writes it: five digits, zeros in front. */
export function communeCode(raw: string): string {
  return padded(raw, 5, 'commune code');
}

/** A province code as the national list writes it: two digits. */
export function provinceCode(raw: string): string {
  return padded(raw, 2, 'province code');
}

function padded(raw: string, length: number, field: string): string {
  const digits = raw.trim();
  if (!/^\d+$/.test(digits) || digits.length > length) {
    throw new BanGiaoError('GAZETTEER_CODE_MALFORMED', `A ${field} has at most ${length} digits.`, {
      field,
      value: raw,
      remedy: 'Correct the row, or list it in repairs.csv.',
    });
  }
  return digits.padStart(length, '0');
}
