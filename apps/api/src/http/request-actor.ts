import type { FastifyRequest } from 'fastify';
import type { Actor } from '#application';
import { BanGiaoError } from '#domain';

const actors = new WeakMap<FastifyRequest, Actor>();

/** Remembers who a request comes from. */
export function rememberActor(request: FastifyRequest, actor: Actor): void {
  actors.set(request, actor);
}

/** Who a request comes from; every request that reaches GraphQL was authenticated. */
export function actorOf(request: FastifyRequest): Actor {
  const actor = actors.get(request);
  if (actor === undefined) throw new BanGiaoError('UNAUTHENTICATED', 'The request is not authenticated.');
  return actor;
}
