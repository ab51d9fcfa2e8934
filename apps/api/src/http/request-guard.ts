import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasTooManyTokens, LIMITS } from '../graphql/limits/document-limits.js';
import { isLoopback, type Authenticate } from './authentication.js';
import { rememberActor } from './request-actor.js';

/** Documents found small enough, so that a repeated one is not counted again. */
const MAX_REMEMBERED = 1_000;

/** Refuses what may not come in, before anything is parsed or executed. */
export function guardRequests(app: FastifyInstance, host: string, authenticate: Authenticate): void {
  const small = new Set<string>();
  const local = isLoopback(host);
  // With callbacks: these run for every request, and a promise each would cost more than what they do.
  app.addHook('onRequest', (request, reply, next) => {
    if (request.url.startsWith('/health/')) return next();
    if (local && !isLocalHost(request))
      return refuse(reply, 403, 'FOREIGN_HOST', 'This address answers only to its own name.');
    if (request.method === 'POST' && !isJson(request))
      return refuse(reply, 415, 'JSON_REQUIRED', 'Send application/json.');
    const actor = authenticate(request.headers.authorization);
    if (actor === undefined)
      return refuse(reply, 401, 'UNAUTHENTICATED', 'Send a bearer token that the service knows.');
    rememberActor(request, actor);
    next();
  });
  app.addHook('preValidation', (request, reply, next) => {
    const query = queryOf(request);
    if (query === undefined || small.has(query)) return next();
    if (hasTooManyTokens(query))
      return refuse(reply, 400, 'TOO_MANY_TOKENS', `A document has at most ${LIMITS.tokens} tokens.`);
    if (small.size >= MAX_REMEMBERED) small.clear();
    small.add(query);
    next();
  });
}

/** A page of another site that resolves its name to this machine says its own name: it is not let in. */
function isLocalHost(request: FastifyRequest): boolean {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isLoopback(name);
}

function isJson(request: FastifyRequest): boolean {
  return (request.headers['content-type'] ?? '').toLowerCase().startsWith('application/json');
}

function queryOf(request: FastifyRequest): string | undefined {
  const { query } = (request.body ?? request.query ?? {}) as { query?: unknown };
  return typeof query === 'string' ? query : undefined;
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): void {
  void reply.code(status).send({ data: null, errors: [{ message, extensions: { code } }] });
}
