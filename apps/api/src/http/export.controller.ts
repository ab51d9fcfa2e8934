import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { stringify } from 'csv-stringify/sync';
import {
  AskQuery,
  overKnown,
  PROGRESS_DIMENSIONS,
  progressSeries,
  SERIES_CLOCKS,
  SERIES_STEPS,
  type Answered,
  type At,
  type ProgressDimension,
  type ProgressFilter,
  type ReadModel,
} from '#application';
import { BanGiaoError, DUTY_GROUPS, instant, localDate } from '#domain';
import { flatRows, PROGRESS_COLUMNS, SERIES_COLUMNS, type FlatRow } from './flat-progress.js';

const CLOCKS = ['validAt', 'knownAt', 'position'] as const;
const TABLE = ['by', 'provinceId', 'districtId', 'dutyGroup', ...CLOCKS] as const;
const SERIES = ['from', 'to', 'every', 'clock', ...TABLE] as const;

/** What the address says after the question mark. */
type Parameters = Readonly<Partial<Record<(typeof SERIES)[number], string>>>;

/** Progress as flat tables for tools that read CSV or JSON: the rows of the GraphQL query for the same clocks. */
@Controller('export')
export class ExportController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('progress.json')
  progressAsJson(@Query() given: object): Promise<readonly FlatRow[]> {
    return this.#progress(given);
  }

  @Get('progress.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  async progressAsCsv(@Query() given: object): Promise<string> {
    return asCsv(PROGRESS_COLUMNS, await this.#progress(given));
  }

  @Get('progress-series.json')
  seriesAsJson(@Query() given: object): Promise<readonly FlatRow[]> {
    return this.#series(given);
  }

  @Get('progress-series.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  async seriesAsCsv(@Query() given: object): Promise<string> {
    return asCsv(SERIES_COLUMNS, await this.#series(given));
  }

  async #progress(given: object): Promise<readonly FlatRow[]> {
    const parameters = parametersOf(given, TABLE);
    const by = dimensions(parameters.by ?? PROGRESS_DIMENSIONS.join(','));
    const filter = filterOf(parameters);
    return this.#ask(parameters, filter, (readModel, clocks) =>
      flatRows(readModel, clocks, readModel.progress.progress(by, filter, clocks)),
    );
  }

  async #series(given: object): Promise<readonly FlatRow[]> {
    const parameters = parametersOf(given, SERIES);
    const by = dimensions(parameters.by ?? '');
    const filter = filterOf(parameters);
    const series = {
      from: localDate(parameters.from ?? '', 'from'),
      to: localDate(parameters.to ?? '', 'to'),
      every: oneOf('every', SERIES_STEPS, parameters.every ?? 'MONTH'),
      clock: oneOf('clock', SERIES_CLOCKS, parameters.clock ?? 'BOTH'),
    };
    return this.#ask(parameters, filter, (readModel, clocks) =>
      progressSeries(readModel, by, filter, series, clocks).flatMap((point) =>
        flatRows(readModel, point.clocks, point.rows).map((row) => ({ day: point.day, ...row })),
      ),
    );
  }

  async #ask(
    parameters: Parameters,
    filter: ProgressFilter,
    ask: (readModel: ReadModel, clocks: Answered<unknown>['clocks']) => readonly FlatRow[],
  ): Promise<readonly FlatRow[]> {
    const { result }: Answered<readonly FlatRow[]> = await this.queries.execute(
      new AskQuery(atOf(parameters), overKnown(filter, ask)),
    );
    return result;
  }
}

function asCsv(columns: readonly string[], rows: readonly FlatRow[]): string {
  return stringify([...rows], { header: true, columns: [...columns] });
}

/** @throws BanGiaoError `INVALID_INPUT` for a name that means nothing here, or that is given twice. */
function parametersOf(given: object, known: readonly string[]): Parameters {
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    if (known.includes(name) && typeof value === 'string') continue;
    const why = known.includes(name) ? 'is given more than once' : 'is no parameter of this address';
    throw new BanGiaoError('INVALID_INPUT', `${name} ${why}.`, {
      field: name,
      value: String(value),
      remedy: `Give each of ${known.join(', ')} once at most.`,
    });
  }
  return given;
}

function atOf({ validAt, knownAt, position }: Parameters): At {
  return {
    ...(validAt === undefined ? {} : { validAt: localDate(validAt, 'validAt') }),
    ...(knownAt === undefined ? {} : { knownAt: instant(knownAt, 'knownAt') }),
    ...(position === undefined ? {} : { position }),
  };
}

function filterOf({ provinceId, districtId, dutyGroup }: Parameters): ProgressFilter {
  return {
    ...(provinceId === undefined ? {} : { provinceId }),
    ...(districtId === undefined ? {} : { districtId }),
    ...(dutyGroup === undefined ? {} : { dutyGroup: oneOf('dutyGroup', DUTY_GROUPS, dutyGroup) }),
  };
}

function dimensions(text: string): readonly ProgressDimension[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => oneOf('by', PROGRESS_DIMENSIONS, part));
}

function oneOf<const T extends string>(field: string, values: readonly T[], given: string): T {
  const found = values.find((value) => value === given);
  if (found !== undefined) return found;
  throw new BanGiaoError('INVALID_INPUT', `${given} is none of the values of ${field}.`, {
    field,
    value: given,
    remedy: `Give one of ${values.join(', ')}.`,
  });
}
