import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { checkSubscriptionDocuments } from './graphql/subscriptions.js';
import { LIMITS } from './graphql/limits/document-limits.js';
import { authentication } from './http/authentication.js';
import { AnswerFilter } from './http/answer.filter.js';
import { guardRequests } from './http/request-guard.js';
import { DEFAULT_READY_LAG_SECONDS, type Serving } from './http/serving.js';
import { tellStanding } from './http/standing-headers.js';
import type { Runtime } from './runtime/index.js';

export interface AppOptions {
  readonly host: string;
  readonly tokensFile?: string;
  /** How old, in seconds, what a ready replica tells may be. */
  readonly readyLagSeconds?: number;
  /** What the process is about; serving where absent. */
  readonly serving?: Serving;
}

/** The HTTP application over a runtime, not yet listening. */
export async function createApp(runtime: Runtime, options: AppOptions): Promise<NestFastifyApplication> {
  const authenticate = authentication(options.host, options.tokensFile);
  const { serving = { prepared: true, stopping: false } } = options;
  const { readyLagSeconds = DEFAULT_READY_LAG_SECONDS } = options;
  const adapter = new FastifyAdapter({ bodyLimit: LIMITS.bodyBytes, forceCloseConnections: 'idle' });
  const fastify = adapter.getInstance<FastifyInstance>();
  tellStanding(fastify, { ...runtime, serving });
  guardRequests(fastify, {
    authenticate,
    withoutTokens: options.tokensFile === undefined,
  });
  checkSubscriptionDocuments(fastify);
  const module = AppModule.over(runtime, { serving, readyLagSeconds });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: ['error', 'warn'],
  });
  app.useGlobalFilters(new AnswerFilter());
  return app;
}
