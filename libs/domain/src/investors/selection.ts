import type { OfficeId } from '../responsibilities/office.js';

/** One enterprise of a joint venture that applies; what the source leaves unnamed stays unnamed. */
export interface ApplicantMember {
  readonly officeId?: OfficeId;
  readonly name?: string;
  /** Share in percent as a decimal string. */
  readonly sharePercent?: string;
}

/** Who applied to become investor, as far as the source names it. */
export interface InvestorApplicant {
  readonly officeId?: OfficeId;
  /** As in the source. */
  readonly name?: string;
  readonly members?: readonly ApplicantMember[];
}

/** Most points for each criterion of NĐ 32/2024 Đ.13(2), in its order; together 100. */
export const SCORE_PARTS = [15, 15, 30, 40] as const;
/** Fewest points with which an applicant can be appointed (NĐ 32/2024 Đ.13(2)). */
export const FEWEST_POINTS = 50;

/** Points of the council, as decimal strings: the sum, and the four criteria in the order of the decree. */
export interface InvestorScore {
  readonly total: string;
  readonly parts?: readonly string[];
}

/** Why points cannot be those of a council; undefined where they can. */
export function scoreFault({ total, parts }: InvestorScore): string | undefined {
  const sum = hundredths(total);
  if (sum === undefined || sum > 10_000) return 'The points are not a number from 0 to 100.';
  if (parts === undefined) return undefined;
  if (parts.length !== SCORE_PARTS.length) return 'The points of the four criteria are not four numbers.';
  const each = parts.map(hundredths);
  const over = SCORE_PARTS.findIndex((most, i) => (each[i] ?? Infinity) > most * 100);
  if (over >= 0) return `Criterion ${over + 1} has 0 to ${SCORE_PARTS[over]} points.`;
  const together = each.reduce<number>((added, points) => added + (points ?? 0), 0);
  return together === sum ? undefined : 'The points of the criteria do not add up to the sum.';
}

/** Whether a sum of points is enough to be appointed. */
export function isEnough({ total }: InvestorScore): boolean {
  return (hundredths(total) ?? 0) >= FEWEST_POINTS * 100;
}

/** A decimal number with at most two places, in hundredths; undefined where it is none. */
export function hundredths(text: string): number | undefined {
  const parts = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text);
  if (parts === null) return undefined;
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}
