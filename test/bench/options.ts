import { parseArgs } from 'node:util';
import { BanGiaoError } from '#domain';

/** What `npm run bench -- …` was asked for. */
export interface BenchOptions {
  /** Parts to run; all where none is named. */
  readonly parts: readonly string[];
  /** Events of the largest log of the part `size`, and of that of the part `workflow`. */
  readonly events: number;
  /** Where the part `size` writes its plot; nowhere where absent. */
  readonly plot?: string;
}

const EVENTS = 1_000_000;
const LEAST_EVENTS = 50_000;

/** @throws BanGiaoError `BENCH_USAGE` */
export function readOptions(args: readonly string[], known: readonly string[]): BenchOptions {
  const { values, positionals } = parsed(args);
  const unknown = positionals.find((part) => !known.includes(part));
  if (unknown !== undefined)
    throw usage('part', unknown, `Name one or more of ${known.join(', ')}, or none to run them all.`);
  const events = values.events === undefined ? EVENTS : Number(values.events);
  if (!Number.isSafeInteger(events) || events < LEAST_EVENTS)
    throw usage('--events', values.events ?? '', `Give a whole number from ${LEAST_EVENTS}.`);
  // A size alone asks for the part that has one.
  const parts = positionals.length === 0 && values.events !== undefined ? ['size'] : positionals;
  return { parts, events, ...(values.plot === undefined ? {} : { plot: values.plot }) };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { events: { type: 'string' }, plot: { type: 'string' } },
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw usage('arguments', message, 'npm run bench -- [part …] [--events <count>] [--plot <file.svg>]');
  }
}

function usage(field: string, value: string, remedy: string): BanGiaoError {
  return new BanGiaoError('BENCH_USAGE', 'The benchmark was asked for wrongly.', { field, value, remedy });
}
