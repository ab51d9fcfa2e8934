/** One line of the table: a figure, its baseline of the same run, and their ratio. */
export interface Result {
  readonly name: string;
  readonly figure: number;
  readonly baseline: number;
  readonly unit: string;
  /** What is aimed at, in words. */
  readonly aim: string;
  readonly met: boolean;
}

/** Milliseconds that something takes. */
export async function timed(act: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** The results as a Markdown table, so that it can go into the documentation as it is. */
export function table(results: readonly Result[]): string {
  const rows = results.map(
    (r) =>
      `| ${r.name} | ${format(r.figure)} | ${format(r.baseline)} | ${(r.figure / r.baseline).toFixed(2)} | ${r.unit} | ${r.aim} | ${r.met ? 'yes' : 'no'} |`,
  );
  return [
    '| what | here | baseline | ratio | unit | aim | met |',
    '| --- | ---: | ---: | ---: | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

export function format(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(3);
}

/** A generator of equal random numbers on every machine (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
