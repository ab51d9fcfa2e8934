import { plainToInstance, Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, Max, Min, validateSync } from 'class-validator';
import { BanGiaoError } from '#domain';
import type { EventLogLocation } from '#event-log';
import { DEFAULT_READY_LAG_SECONDS } from './http/serving.js';
import { logLocation } from './runtime/index.js';

/** Settings of the service, from the environment. */
class Environment {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly PORT: number = 3_000;

  @IsNotEmpty()
  readonly HOST: string = '127.0.0.1';

  @IsNotEmpty()
  readonly DATA_DIR: string = './data';

  @IsOptional()
  @IsIn(['', '0', '1'])
  readonly BANGIAO_EMPTY?: string;

  @IsOptional()
  @IsNotEmpty()
  readonly BANGIAO_TOKENS_FILE?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly BANGIAO_READY_LAG_SECONDS: number = DEFAULT_READY_LAG_SECONDS;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(600)
  readonly BANGIAO_DRAIN_SECONDS: number = 0;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(86_400)
  readonly BANGIAO_ESCALATION_SECONDS?: number;
}

const DEFAULT_ESCALATION_SECONDS = 600;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly empty: boolean;
  readonly tokensFile?: string;
  readonly log: EventLogLocation;
  readonly readyLagSeconds: number;
  readonly drainSeconds: number;
  /** Pause between two looks for late tasks; none are looked for where it is 0. */
  readonly escalationSeconds: number;
}

/** @throws BanGiaoError `INVALID_SETTING` naming the variable, its value and what it takes. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const known = plainToInstance(Environment, env, { exposeDefaultValues: true });
  const wrong = validateSync(known)[0];
  if (wrong !== undefined) {
    const takes = Object.values(wrong.constraints ?? {}).join('; ');
    throw setting(wrong.property, String(wrong.value), `Set it so that ${takes}.`);
  }
  const tokensFile = known.BANGIAO_TOKENS_FILE;
  const empty = known.BANGIAO_EMPTY === '1';
  return {
    port: known.PORT,
    host: known.HOST,
    dataDir: known.DATA_DIR,
    empty,
    log: logLocation(env, known.DATA_DIR),
    readyLagSeconds: known.BANGIAO_READY_LAG_SECONDS,
    drainSeconds: known.BANGIAO_DRAIN_SECONDS,
    // A register of its own says what its deadlines mean before anybody is told that they passed.
    escalationSeconds: known.BANGIAO_ESCALATION_SECONDS ?? (empty ? 0 : DEFAULT_ESCALATION_SECONDS),
    ...(tokensFile === undefined ? {} : { tokensFile }),
  };
}

function setting(field: string, value: string, remedy: string): BanGiaoError {
  return new BanGiaoError('INVALID_SETTING', `The setting ${field} cannot be used.`, {
    field,
    value,
    remedy,
  });
}
