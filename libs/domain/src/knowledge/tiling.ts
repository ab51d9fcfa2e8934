import type { ActId } from '../acts/act.js';
import { earlierEnd, type ValidInterval } from '../time/interval.js';
import { BEFORE_ALL, type LocalDate } from '../time/local-date.js';
import { NOTHING_RECORDED, isSameAnswer, type Answer, type Said } from './answer.js';
import { cutByForce, groundOfForce, isInForce, type ActForce } from './force.js';

/** Days in a row with one answer; an absent start or end is open. */
export interface Days {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}
export interface Tile extends Days {
  readonly answer: Answer;
}

/** All days there are, in order, each in exactly one tile; neighbours differ. */
export type Tiling = readonly Tile[];

/** An assignment on the days on which it stands, as known at some time. */
export interface Standing {
  readonly days: ValidInterval;
  /** Number of the event that recorded it. */
  readonly seq: number;
  /** Numbers of further events it rests on. */
  readonly restsOn: readonly number[];
  readonly said: Said;
}

/** The force of an act as known at the same time. */
export type ForceOf = (actId: ActId) => ActForce | undefined;

/** What the record says of one duty over one subject, for all days. `standing` shares no day. */
export function tilingOf(standing: readonly Standing[], forceOf: ForceOf): Tiling {
  const tiles: Tile[] = [];
  let reached: LocalDate | undefined;
  for (const one of [...standing].sort((a, b) => (a.days.from < b.days.from ? -1 : 1))) {
    if (reached !== one.days.from) tiles.push(untold(reached, one.days.from));
    tiles.push(...tilesOf(one, forceOf));
    reached = one.days.to;
    if (reached === undefined) return joined(tiles);
  }
  return joined([...tiles, untold(reached, undefined)]);
}

/** The tile that holds the days from a day on; absent is the first there is. */
export function tileFrom(tiling: Tiling, day: LocalDate | undefined): Tile {
  const found = tiling.find((tile) => tile.to === undefined || (day !== undefined && day < tile.to));
  const first = day === undefined ? tiling[0] : found;
  if (first === undefined) throw new RangeError('A tiling holds every day.');
  return first;
}

/** Tiles with neighbours of one answer made one. */
export function joined(tiles: readonly Tile[]): Tiling {
  const result: Tile[] = [];
  for (const tile of tiles) {
    const last = result.at(-1);
    if (last !== undefined && isSameAnswer(last.answer, tile.answer))
      result.splice(-1, 1, { ...days(last.from, tile.to), answer: last.answer });
    else result.push(tile);
  }
  return result;
}

/** Leaves open ends out, as exact optional properties want it. */
export function days(from: LocalDate | undefined, to: LocalDate | undefined): Days {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The days that two have in common; undefined where there are none. */
export function common(a: Days, b: Days): Days | undefined {
  const from = a.from === undefined || (b.from !== undefined && a.from < b.from) ? b.from : a.from;
  const to = earlierEnd(a.to, b.to);
  return from !== undefined && to !== undefined && to <= from ? undefined : days(from, to);
}

/** The first day of some days; of those without a beginning, one before all that is recorded. */
export function firstDayOf({ from, to }: Days): LocalDate {
  if (from !== undefined) return from;
  return to === undefined || BEFORE_ALL < to ? BEFORE_ALL : to;
}

function untold(from: LocalDate | undefined, to: LocalDate | undefined): Tile {
  return { ...days(from, to), answer: NOTHING_RECORDED };
}

function tilesOf({ days: on, seq, restsOn, said }: Standing, forceOf: ForceOf): readonly Tile[] {
  const force = said.basis.actId === undefined ? undefined : forceOf(said.basis.actId);
  return cutByForce(on, force).map((part) => {
    const ground = groundOfForce(force, part.from);
    const decidedBy = [...new Set([seq, ...restsOn, ...(ground === undefined ? [] : [ground])])];
    const { status, holders, candidates, basis, manner } = said;
    const answer: Answer = isInForce(force, part.from)
      ? { status, holders, candidates, basis, manner, decidedBy }
      : { status: 'NO_BASIS', holders: [], candidates: [], basis, manner, decidedBy };
    return { ...part, answer };
  });
}
