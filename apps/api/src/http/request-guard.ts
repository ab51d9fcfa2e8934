import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BanGiaoError } from '#domain';
import { describeError } from '../graphql/error-answer.js';
import { foreignOrigin } from '../graphql/subscriptions.js';
import { DocumentGate, type GivenDocument } from '../graphql/limits/document-gate.js';
import { isLoopback, TOKEN_LENGTH, type Authenticate } from './authentication.js';
import { rememberActor } from './request-actor.js';

/** How requests are let in. */
export interface Guard {
  readonly authenticate: Authenticate;
  /** Nobody has to say who he is: what keeps other sites' pages out is then the name they ask under. */
  readonly withoutTokens: boolean;
}

/** Refuses what may not come in, before anything is executed. */
export function guardRequests(app: FastifyInstance, { authenticate, withoutTokens }: Guard): void {
  const gate = new DocumentGate();
  // With callbacks: these run for every request, and a promise each would cost more than what they do.
  app.addHook('onRequest', (request, reply, next) => {
    if (isRoute(request, '/health/')) return next();
    if (withoutTokens && !isLocalHost(request)) return refuse(reply, 403, foreignHost(request));
    // GraphiQL is a page without data; what it asks is authenticated.
    if (isRoute(request, '/graphiql')) return next();
    if (isUpgrade(request)) {
      const foreign = foreignOrigin(request.headers);
      if (foreign !== undefined) return refuse(reply, 403, foreign);
    } else if (isRoute(request, '/graphql') && request.method !== 'POST')
      return refuse(reply, 405, notPosted(request));
    if (request.method === 'POST' && !isJson(request)) return refuse(reply, 415, notJson(request));
    const actor = authenticate(request.headers.authorization);
    if (actor === undefined) return refuse(reply, 401, unauthenticated());
    rememberActor(request, actor);
    next();
  });
  app.addHook('preValidation', (request, reply, next) => {
    const given = request.body;
    if (!isRoute(request, '/graphql') || !isObject(given)) return next();
    try {
      given.query = gate.admit(given);
    } catch (error) {
      return refuse(reply, 400, error);
    }
    next();
  });
}

/** By the route that was found, because one route may be spelt in several ways. */
function isRoute(request: FastifyRequest, start: string): boolean {
  return request.routeOptions.url?.startsWith(start) === true;
}

/** A page of another site that resolves its name to this machine says its own name: it is not let in. */
function isLocalHost(request: FastifyRequest): boolean {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isLoopback(name.toLowerCase());
}

/** A request that opens a web socket, for subscriptions. */
function isUpgrade({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket';
}

function isJson(request: FastifyRequest): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
}

/** A batch is left to the executor, which refuses it. */
function isObject(body: unknown): body is GivenDocument & { query?: unknown } {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

function refuse(reply: FastifyReply, status: 400 | 401 | 403 | 405 | 415, error: unknown): void {
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  if (status === 405) void reply.header('allow', 'POST');
  // Nobody else ends the connection of an upgrade that is refused.
  if (isUpgrade(reply.request)) reply.raw.once('finish', () => reply.request.raw.socket.end());
  void reply.code(status).send({ data: null, errors: [describeError(error)] });
}

function foreignHost({ headers }: FastifyRequest): BanGiaoError {
  return new BanGiaoError('FOREIGN_HOST', 'This address answers only to its own name.', {
    field: 'Host',
    value: headers.host ?? '',
    remedy: 'Use the address that the service printed, or authenticate with BANGIAO_TOKENS_FILE.',
  });
}

function notPosted({ method }: FastifyRequest): BanGiaoError {
  return new BanGiaoError('POST_REQUIRED', 'Questions and decisions are sent by POST.', {
    field: 'method',
    value: method,
    remedy: 'Send a POST with application/json.',
  });
}

function notJson({ headers }: FastifyRequest): BanGiaoError {
  return new BanGiaoError('JSON_REQUIRED', 'A request is JSON.', {
    field: 'Content-Type',
    value: headers['content-type'] ?? '',
    remedy: 'Send application/json.',
  });
}

/** What was sent is not repeated: it may be a token with a slip in it. */
function unauthenticated(): BanGiaoError {
  return new BanGiaoError('UNAUTHENTICATED', 'The request carries no token that the service knows.', {
    field: 'Authorization',
    value: '',
    remedy: `Send Authorization: Bearer with a token of BANGIAO_TOKENS_FILE, of ${TOKEN_LENGTH.least} to ${TOKEN_LENGTH.most} characters without a space.`,
  });
}
