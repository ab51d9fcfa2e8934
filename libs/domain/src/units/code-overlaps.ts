import { refuse, type Decision } from '../refusals/refusal.js';
import type { LocalDate } from '../time/local-date.js';
import type { UnitId, UnitLevel } from './unit.js';

/** From the first day up to the day of the end; an absent start is before the lists begin. */
export interface Lifetime {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** A unit that bears or bore a national code. */
export interface CodeUse extends Lifetime {
  readonly unitId: UnitId;
}

/** A change that forms or lists a unit, with its place among the changes. */
export interface Formed extends Lifetime {
  readonly index: number;
  readonly unitId: UnitId;
  readonly code?: string;
  readonly level: UnitLevel;
}

/**
 * New units that bear a code while another unit of their level bears it, by their place among the changes.
 * Of two that overlap the later one is refused.
 */
export function overlapping(
  formed: readonly Formed[],
  codeInUse: (code: string, level: UnitLevel) => readonly CodeUse[],
  lifetimeOf: (id: UnitId) => Lifetime | undefined,
): ReadonlyMap<number, Decision<never>> {
  const refused = new Map<number, Decision<never>>();
  for (const [first, ...rest] of byCode(formed)) {
    if (first?.code === undefined) continue;
    const recorded = codeInUse(first.code, first.level).map((use): Use => ({ ...use }));
    const uses = [...recorded, first, ...rest]
      .map((use) => ({ ...use, ...lifetimeOf(use.unitId) }))
      .sort(byStart);
    for (const [use, before] of crowded(uses)) {
      if (use.index !== undefined) refused.set(use.index, refuseCode(first.code, use, before));
    }
  }
  return refused;
}

type Use = CodeUse & { readonly index?: number };

/** New units in groups of the same code and level. */
function byCode(formed: readonly Formed[]): Iterable<readonly Formed[]> {
  const groups = new Map<string, Formed[]>();
  for (const unit of formed) {
    if (unit.code === undefined) continue;
    const key = `${unit.level}\n${unit.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [unit]);
    else group.push(unit);
  }
  return groups.values();
}

/** An unknown start is the earliest; of the same start, a recorded unit comes before a new one. */
function byStart(a: Use, b: Use): number {
  const [from, other] = [a.from ?? '', b.from ?? ''];
  if (from !== other) return from < other ? -1 : 1;
  return (a.index ?? -1) - (b.index ?? -1);
}

/** Units that begin before all earlier ones have ended, with the one that lasts longest of those. */
function* crowded(uses: readonly Use[]): Generator<readonly [Use, Use]> {
  let longest: Use | undefined;
  for (const use of uses) {
    if (longest !== undefined && longest.unitId !== use.unitId && !endsBy(longest, use.from)) {
      // A new unit that begins first takes the code from under a recorded one.
      yield use.index === undefined ? [longest, use] : [use, longest];
    }
    if (longest === undefined || endsBy(longest, use.to ?? LAST)) longest = use;
  }
}

const LAST = '9999-12-31' as LocalDate;

function endsBy({ to }: Use, day: LocalDate | undefined): boolean {
  return to !== undefined && day !== undefined && to <= day;
}

function refuseCode(code: string, use: Use, before: Use): Decision<never> {
  return refuse(
    'OVERLAPPING_INTERVAL',
    'code',
    code,
    `Units ${use.unitId} and ${before.unitId} bear the code ${code} at the same time (${days(use)} and ${days(before)}).`,
    'Give the earlier unit an end on or before the first day of the later, or correct the code.',
  );
}

function days({ from, to }: Lifetime): string {
  return `${from ?? 'the beginning'} to ${to ?? 'an open end'}`;
}
