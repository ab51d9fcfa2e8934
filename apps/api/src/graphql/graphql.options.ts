import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyRequest } from 'fastify';
import { requestContext } from '../http/context.js';
import { errorFormatter, type LogUnexpected } from './error-formatter.js';
import { interpretWhereCompilerDiffers } from './compiled.js';
import { documentLimits, LIMITS } from './limits/document-limits.js';
import { subscriptionOptions } from './subscriptions.js';
import { actorOf } from '../http/request-actor.js';

/** How GraphQL is served. */
export function graphqlOptions(log: LogUnexpected): MercuriusDriverConfig {
  return {
    driver: MercuriusDriver,
    autoSchemaFile: true,
    sortSchema: true,
    path: '/graphql',
    graphiql: true,
    jit: 1,
    hooks: { preExecution: interpretWhereCompilerDiffers },
    cache: true,
    allowBatchedQueries: false,
    validationRules: [documentLimits],
    additionalRouteOptions: { bodyLimit: LIMITS.bodyBytes },
    errorFormatter: errorFormatter(log),
    subscription: subscriptionOptions,
    // A function, so that every request gets an object of its own: a shared one mixes identities.
    context: (request: FastifyRequest) => requestContext(actorOf(request)),
  } as MercuriusDriverConfig;
}
