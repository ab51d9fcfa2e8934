import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, specifiedRules, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Actor } from '#application';
import { BanGiaoError } from '#domain';
import { requestContext, type RequestContext } from '../http/context.js';
import { actorOf } from '../http/request-actor.js';
import { describeError } from './error-answer.js';
import { documentLimits } from './limits/document-limits.js';

/** The part of a web socket that is needed here. */
export interface Socket {
  close(code: number, reason: string): void;
  terminate(): void;
}

/** What a subscription knows of its connection. */
export interface SubscriptionContext extends RequestContext {
  readonly socket: Socket;
}

/** Longest that a client may take for one message. */
export const SLOW_AFTER_MS = 30_000;
/** "Try again later": the client may come back and resume from the last position it was told. */
const TRY_AGAIN_LATER = 1013;
const GIVE_UP_MS = 1_000;

/** How mercurius serves subscriptions: by the protocol of graphql-ws, for whoever was let in. */
export const subscriptionOptions = {
  context: (socket: Socket, request: FastifyRequest): SubscriptionContext => ({
    ...requestContext(actorOf(request) satisfies Actor),
    socket,
  }),
};

/** The executor does not look at the documents of subscriptions: they are checked as those of questions are. */
export function checkSubscriptionDocuments(app: FastifyInstance): void {
  app.addHook('onReady', (done) => {
    app.graphql.addHook('preSubscriptionExecution', (schema: GraphQLSchema, document: DocumentNode) => {
      const [error] = validate(schema, document, [...specifiedRules, documentLimits]);
      return error === undefined
        ? Promise.resolve()
        : Promise.reject(
            new GraphQLError(error.message, { extensions: { ...describeError(error)?.extensions } }),
          );
    });
    done();
  });
}

/**
 * Values until the caller has had enough. A generator that waits for something learns of that only once it goes on;
 * this one ends at the signal.
 */
export function untilReturned<T>(
  make: (signal: AbortSignal) => AsyncGenerator<T, void, undefined>,
): AsyncIterableIterator<T, void, undefined> {
  const ending = new AbortController();
  const values = make(ending.signal);
  return {
    next: () => values.next(),
    return: () => {
      ending.abort();
      return values.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Hands values on one by one; a client that does not take one in time loses its connection. */
export async function* droppingSlow<T>(
  values: AsyncGenerator<T, void, undefined>,
  socket: Socket,
  limitMs = SLOW_AFTER_MS,
): AsyncGenerator<T, void, undefined> {
  let timer: NodeJS.Timeout | undefined;
  try {
    for await (const value of values) {
      timer = setTimeout(() => drop(socket), limitMs);
      yield value;
      clearTimeout(timer);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** The word of farewell may never arrive, so the connection is cut after it. */
function drop(socket: Socket): void {
  socket.close(TRY_AGAIN_LATER, 'too slow');
  setTimeout(() => socket.terminate(), GIVE_UP_MS).unref();
}

/**
 * Refuses a connection that a page of another site opens: browsers say where a page comes from and, unlike for
 * requests, open it without asking.
 */
export function foreignOrigin({ origin, host }: IncomingHttpHeaders): BanGiaoError | undefined {
  if (origin === undefined || URL.parse(origin)?.host === host) return undefined;
  return new BanGiaoError('FOREIGN_HOST', 'This address answers only to its own pages.', {
    field: 'Origin',
    value: origin,
    remedy: 'Open the connection from a page of this service, or from a program that is no browser.',
  });
}
