import { refuse, type Decision } from '../refusals/refusal.js';

/** Hectares as digits with a point, as every event keeps them. */
export const HECTARES = /^\d{1,7}(\.\d{1,6})?$/;
const DECIMALS = 6;

/** Hectares in millionths, so that sums and comparisons are exact. */
export function millionths(hectares: string): bigint {
  const [whole = '0', fraction = ''] = hectares.split('.');
  return BigInt(whole + fraction.padEnd(DECIMALS, '0'));
}

/** Refuses what is not a number of hectares; undefined where it is one. */
export function refuseHectares(field: string, value: string | undefined): Decision<never> | undefined {
  if (value === undefined || HECTARES.test(value)) return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    value,
    'The area is not a number of hectares.',
    'Give hectares as digits with a point, for example 50.59.',
  );
}

/** Refuses areas of parts that are together larger than the whole; undefined where they fit or one is not known. */
export function refuseTooLarge(
  field: string,
  parts: readonly (string | undefined)[],
  whole: string | undefined,
): Decision<never> | undefined {
  if (whole === undefined) return undefined;
  const known = parts.filter((part) => part !== undefined).map(millionths);
  const sum = known.reduce((total, part) => total + part, 0n);
  if (sum <= millionths(whole)) return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    parts.join(' + '),
    `The parts are together larger than the cluster, which has ${whole} ha.`,
    'Give areas that fit, or record conflicting figures as claims.',
  );
}
