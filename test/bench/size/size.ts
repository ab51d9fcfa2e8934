import { writeFileSync } from 'node:fs';
import { format, type Result } from '../measure.js';
import type { Workspace } from '../workspace.js';
import { measureGrowth, type AtSize, type PhaseCost } from './growth.js';
import { plotOf } from './plot.js';

/** Most memory of each phase in MB, whatever the size of the log; docs/reference/performance.md states it. */
const BOUND_MEGABYTES = { append: 640, replay: 1_152, rebuild: 1_408 } as const;
const PHASES = ['append', 'replay', 'rebuild'] as const;
/** Times of less than this are noise of the clock and the caches. */
const LEAST_MS = 0.05;

/** A log that grows: cost of each event, memory, and times of questions, each against the smallest size. */
export async function benchSize(
  workspace: Workspace,
  dir: string,
  events: number,
  plotFile: string | undefined,
): Promise<{ readonly results: readonly Result[]; readonly tables: string }> {
  const { sizes, emptyMegabytes } = await measureGrowth(workspace, dir, events);
  const first = sizes[0];
  const last = sizes.at(-1);
  if (first === undefined || last === undefined) throw new Error('No size was measured.');
  if (plotFile !== undefined) writeFileSync(plotFile, plotOf(sizes, BOUND_MEGABYTES));
  const results = [
    ...PHASES.map((phase) => costResult(phase, first, last)),
    ...PHASES.map((phase) => memoryResult(phase, first, last)),
    rebuildAgainstRead(last),
    slowestQuestion(first, last),
  ];
  return { results, tables: [growthTable(sizes, emptyMegabytes), questionTable(sizes)].join('\n\n') };
}

function costResult(phase: keyof typeof BOUND_MEGABYTES, first: AtSize, last: AtSize): Result {
  const figure = last[phase].cpuMicrosPerEvent;
  const baseline = first[phase].cpuMicrosPerEvent;
  return {
    name: `${phase}, processor time per event, ${millions(last)} against ${millions(first)}`,
    figure,
    baseline,
    unit: 'µs',
    aim: '<= 1.5 times',
    met: figure <= 1.5 * baseline,
  };
}

function memoryResult(phase: keyof typeof BOUND_MEGABYTES, first: AtSize, last: AtSize): Result {
  const bound = BOUND_MEGABYTES[phase];
  const figure = last[phase].peakMegabytes;
  return {
    name: `${phase}, most memory, ${millions(last)} against ${millions(first)}`,
    figure,
    baseline: first[phase].peakMegabytes,
    unit: 'MB',
    aim: `<= ${bound.toLocaleString('en')} MB`,
    met: figure <= bound,
  };
}

function rebuildAgainstRead({ rebuild, read, ...at }: AtSize): Result {
  return {
    name: `rebuild of ${millions(at)}, against reading and parsing them`,
    figure: rebuild.microsPerEvent,
    baseline: read.microsPerEvent,
    unit: 'µs/event',
    aim: 'shown',
    met: true,
  };
}

function slowestQuestion(first: AtSize, last: AtSize): Result {
  const [name, figure, baseline] = Object.entries(last.questions)
    .map(([name, { p50 }]) => [name, p50, first.questions[name]?.p50 ?? Number.NaN] as const)
    .reduce((worst, next) => (growth(next[1], next[2]) > growth(worst[1], worst[2]) ? next : worst));
  return {
    name: `p50 of the question that grew most (${name}), ${millions(last)} against ${millions(first)}`,
    figure,
    baseline,
    unit: 'ms',
    aim: '<= 2 times',
    met: growth(figure, baseline) <= 2,
  };
}

function growth(figure: number, baseline: number): number {
  return Math.max(figure, LEAST_MS) / Math.max(baseline, LEAST_MS);
}

function growthTable(sizes: readonly AtSize[], emptyMegabytes: number): string {
  const row = (name: string, of: (size: AtSize) => number, empty = '') =>
    `| ${name} | ${sizes.map((size) => format(of(size))).join(' | ')} | ${empty} |`;
  const each = (name: string, of: (cost: PhaseCost) => number, empty?: string) =>
    PHASES.map((phase) => row(`${phase}, ${name}`, (size) => of(size[phase]), empty));
  return [
    `| events | ${sizes.map((size) => size.events.toLocaleString('en')).join(' | ')} | empty Node process |`,
    `| --- |${' ---: |'.repeat(sizes.length + 1)}`,
    ...each('time per event (µs)', (cost) => cost.microsPerEvent),
    ...each('processor time per event (µs)', (cost) => cost.cpuMicrosPerEvent),
    ...each('most memory (MB)', (cost) => cost.peakMegabytes, format(emptyMegabytes)),
    row('reading and parsing only, time per event (µs)', (size) => size.read.microsPerEvent),
    row('log, bytes per event', (size) => size.logBytes),
    row('read model, bytes per event', (size) => size.readModelBytes),
    row('load of the machine (processes wanting to run)', (size) => size.load),
  ].join('\n');
}

function questionTable(sizes: readonly AtSize[]): string {
  const first = sizes[0];
  const last = sizes.at(-1);
  const rows = Object.keys(last?.questions ?? {}).map((name) => {
    const times = sizes.map((size) => size.questions[name]?.p50 ?? Number.NaN);
    const ratio = (times.at(-1) ?? Number.NaN) / (times[0] ?? Number.NaN);
    const p99 = [first, last].map((size) => format(size?.questions[name]?.p99 ?? Number.NaN));
    return `| ${name} | ${times.map(format).join(' | ')} | ${ratio.toFixed(2)} | ${p99.join(' | ')} |`;
  });
  const heads = sizes.map((size) => `p50 at ${millions(size)}`);
  return [
    `| question (times in ms) | ${heads.join(' | ')} | last to first | p99 at the first | p99 at the last |`,
    `| --- |${' ---: |'.repeat(sizes.length + 3)}`,
    ...rows,
  ].join('\n');
}

function millions({ events }: { readonly events: number }): string {
  return `${(events / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })}M`;
}
