import { plainToInstance, Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, Max, Min, validateSync } from 'class-validator';
import { BanGiaoError } from '#domain';

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

  @IsOptional()
  readonly EVENTSTORE_URL?: string;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly empty: boolean;
  readonly tokensFile?: string;
}

/** @throws BanGiaoError `INVALID_SETTING` naming the variable, its value and what it takes. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const known = plainToInstance(Environment, env, { exposeDefaultValues: true });
  const wrong = validateSync(known)[0];
  if (wrong !== undefined) {
    const takes = Object.values(wrong.constraints ?? {}).join('; ');
    throw setting(wrong.property, String(wrong.value), `Set it so that ${takes}.`);
  }
  if ((known.EVENTSTORE_URL ?? '') !== '') {
    // Its value may hold a password: it is never shown.
    throw setting(
      'EVENTSTORE_URL',
      '(set)',
      'Unset it: this version keeps the log in DATA_DIR and cannot use a cluster yet.',
    );
  }
  const tokensFile = known.BANGIAO_TOKENS_FILE;
  return {
    port: known.PORT,
    host: known.HOST,
    dataDir: known.DATA_DIR,
    empty: known.BANGIAO_EMPTY === '1',
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
