import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
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
  guardRequests(adapter.getInstance<FastifyInstance>(), {
    authenticate,
    withoutTokens: options.tokensFile === undefined,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(runtime), adapter, {
    logger: ['error', 'warn'],
  });
  app.useGlobalFilters(new AnswerFilter());
  return app;
}
