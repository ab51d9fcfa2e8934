import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ValidationError } from 'class-validator';
import type { FastifyInstance } from 'fastify';
import { BanGiaoError } from '#domain';
import { AppModule } from './app.module.js';
import { LIMITS } from './graphql/limits/document-limits.js';
import { authentication } from './http/authentication.js';
import { AnswerFilter } from './http/answer.filter.js';
import { guardRequests } from './http/request-guard.js';
import type { Runtime } from './runtime/index.js';

export interface AppOptions {
  readonly host: string;
  readonly tokensFile?: string;
}

/** The HTTP application over a runtime, not yet listening. */
export async function createApp(runtime: Runtime, options: AppOptions): Promise<NestFastifyApplication> {
  const authenticate = authentication(options.host, options.tokensFile);
  const adapter = new FastifyAdapter({ bodyLimit: LIMITS.bodyBytes, forceCloseConnections: 'idle' });
  guardRequests(adapter.getInstance<FastifyInstance>(), options.host, authenticate);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(runtime), adapter, {
    logger: ['error', 'warn'],
  });
  app.useGlobalFilters(new AnswerFilter());
  app.useGlobalPipes(new ValidationPipe({ transform: false, exceptionFactory: invalidInput }));
  return app;
}

/** The first thing wrong with an input, as one of our errors. */
function invalidInput(errors: readonly ValidationError[]): BanGiaoError {
  const { path, error } = deepest(errors[0], '');
  const why = Object.values(error?.constraints ?? {})[0] ?? 'is not valid';
  return new BanGiaoError('INVALID_INPUT', `The input is not valid: ${why}.`, {
    field: path,
    value: JSON.stringify(error?.value) ?? '',
    remedy: 'Correct this field; the schema describes what it takes.',
  });
}

function deepest(
  error: ValidationError | undefined,
  prefix: string,
): { path: string; error: ValidationError | undefined } {
  const path = prefix === '' ? (error?.property ?? 'input') : `${prefix}.${error?.property ?? ''}`;
  const child = error?.children?.[0];
  return child === undefined ? { path, error } : deepest(child, path);
}
