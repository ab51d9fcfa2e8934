import { isDeepStrictEqual } from 'node:util';
import { format, quantile, type Result } from '../measure.js';

/** A question of the port beside the naive way to answer it; both are asked the same, and compared. */
export interface Compared<Q> {
  readonly name: string;
  /** Another one each time, so that nothing kept answers it. */
  readonly question: (i: number) => Q;
  readonly ask: (question: Q) => unknown;
  readonly naive: (question: Q) => unknown;
  readonly times: number;
  readonly naiveTimes: number;
  /** Bound of the p95 in milliseconds. */
  readonly aim?: number;
}

/** Asks, and gives a line for the p50 and one for the p95. */
export type Compare = <Q>(one: Compared<Q>) => readonly Result[];

/** Asks so large a share of the questions. */
export function comparing(share: number): Compare {
  const few = (times: number) => Math.ceil(times * share);
  return (one) => compared({ ...one, times: few(one.times), naiveTimes: few(one.naiveTimes) });
}

function compared<Q>(one: Compared<Q>): readonly Result[] {
  const { name, question, ask, naive, times, naiveTimes, aim } = one;
  requireSame(one);
  const here = timesOf(times, (i) => ask(question(i)));
  const there = timesOf(naiveTimes, (i) => naive(question(i)));
  process.stderr.write(
    `  ${name}: p50 ${format(quantile(here, 0.5))}, p95 ${format(quantile(here, 0.95))} ms\n`,
  );
  const row = (q: number, label: string, bound?: number): Result => ({
    name: `${name}, ${label}`,
    figure: quantile(here, q),
    baseline: quantile(there, q),
    unit: 'ms',
    aim: bound === undefined ? 'shown' : `p95 < ${bound} ms`,
    met: bound === undefined || quantile(here, q) < bound,
  });
  return [row(0.5, 'p50'), row(0.95, 'p95', aim)];
}

/** A fast wrong answer is worth nothing. */
function requireSame<Q>({ name, question, ask, naive, times, naiveTimes }: Compared<Q>): void {
  for (let i = 0; i < Math.min(3, naiveTimes); i += 1) {
    const asked = question(times + i);
    if (!isDeepStrictEqual(plain(ask(asked)), plain(naive(asked))))
      throw new Error(`Answers differ for ${name}: ${JSON.stringify(asked)}`);
  }
}

function plain(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer));
}

function timesOf(count: number, act: (i: number) => unknown): readonly number[] {
  return Array.from({ length: count }, (_, i) => {
    const start = performance.now();
    act(i);
    return performance.now() - start;
  });
}
