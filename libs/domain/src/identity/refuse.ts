import { refuse, type Decision } from '../refusals/refusal.js';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_ID = 120;
const AMOUNT = /^\d{1,15}(\.\d{1,6})?$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** Refuses an id that is not made of small letters, digits and single hyphens; undefined where it is. */
export function refuseId(field: string, id: string): Decision<never> | undefined {
  if (ID.test(id) && id.length <= MAX_ID) return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    id,
    'This is not an id.',
    `Give small letters, digits and single hyphens, at most ${MAX_ID} of them, such as cn2-soc-son.`,
  );
}

/** Refuses a figure that is not a decimal number without sign, such as `50.59`; undefined where it is or none is given. */
export function refuseAmount(field: string, value: string | undefined): Decision<never> | undefined {
  if (value === undefined || AMOUNT.test(value)) return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    value,
    'This is not a number of the stated unit.',
    'Give digits, and a point before at most six decimals, for example 50.59.',
  );
}

/** Refuses what is not a SHA-256 in small hexadecimal digits; undefined where it is. */
export function refuseHash(field: string, value: string): Decision<never> | undefined {
  if (SHA256.test(value)) return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    value,
    'This is not a SHA-256 hash.',
    'Give the 64 hexadecimal digits in small letters that `sha256sum` prints for the file.',
  );
}
