import type { Position } from '#application';
import { BanGiaoError } from '#domain';

/** A place in the store's log: both numbers of it. */
export interface StorePosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

const LOW_HALF = (1n << 64n) - 1n;
/** The server counts in signed 64 bits. */
const MAX_HALF = (1n << 63n) - 1n;

/** Both numbers in one, the commit position before: such texts are in the order of their numbers. */
export function toPosition({ commit, prepare }: StorePosition): Position {
  return String((commit << 64n) | prepare);
}

/** @throws BanGiaoError `INVALID_POSITION` for a text that no log of this kind gives out. */
export function fromPosition(position: Position): StorePosition {
  if (!/^[1-9]\d{0,37}$/.test(position)) throw invalidPosition(position);
  const both = BigInt(position);
  const store = { commit: both >> 64n, prepare: both & LOW_HALF };
  if (store.commit > MAX_HALF || store.prepare > MAX_HALF) throw invalidPosition(position);
  return store;
}

export function isSame(a: StorePosition, b: StorePosition): boolean {
  return a.commit === b.commit && a.prepare === b.prepare;
}

/** Whether one place is behind another in the log. */
export function isBehind(a: StorePosition, b: StorePosition): boolean {
  return a.commit === b.commit ? a.prepare > b.prepare : a.commit > b.commit;
}

/** This log never gave out such a position. */
export function invalidPosition(position: Position): BanGiaoError {
  return new BanGiaoError('INVALID_POSITION', 'This is not a position of the log.', {
    field: 'position',
    value: position,
    remedy: 'Use a position that an answer gave.',
  });
}
