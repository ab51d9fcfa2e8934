import { appointedFromVersion1 } from '../investors/upcast.js';
import type { SCHEMA_VERSIONS } from './catalogue.js';

/**
 * Turns the data of one version of an event into that of the next.
 * It throws where the data is not of the version it reads; it never guesses what was not recorded.
 */
export type Upcaster = (data: unknown) => unknown;

/** The versions before one: 1 | 2 for 3, none for 1. */
export type EarlierVersion<
  N extends number,
  Count extends readonly unknown[] = readonly [unknown],
> = Count['length'] extends N ? never : Count['length'] | EarlierVersion<N, readonly [...Count, unknown]>;

/** For each type of event that has earlier versions, an upcaster from each of them to the next. */
export type Upcasters<V extends Readonly<Record<string, number>>> = {
  readonly [T in keyof V as V[T] extends 1 ? never : T]: Readonly<Record<EarlierVersion<V[T]>, Upcaster>>;
};

/**
 * The upcasters of all events, by type and by the version that they read:
 * `'unit.retyped': { 1: (data) => …, 2: (data) => … }` where `SCHEMA_VERSIONS` says 3.
 */
export const UPCASTERS: Upcasters<typeof SCHEMA_VERSIONS> = {
  'investor.appointed': { 1: appointedFromVersion1 },
};
