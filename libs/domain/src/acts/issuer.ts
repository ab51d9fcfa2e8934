import { foldName } from '../identity/fold.js';
import type { Act } from './act.js';

/** Whether an act, by its issuer as printed, comes from an authority of one of these units. */
export function issuedBy({ issuer }: Pick<Act, 'issuer'>, unitNames: readonly string[]): boolean {
  const printed = foldName(issuer);
  return unitNames.some((name) => printed.includes(bareName(name)));
}

/** A name without the kind of its unit, folded: issuers are named with it or with an abbreviation. */
function bareName(name: string): string {
  return foldName(name).replace(/^(tinh|thanh pho|huyen|quan|thi xa) /, '');
}
