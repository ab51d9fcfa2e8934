import type { FastifyInstance } from 'fastify';
import type { ReadModel, ReplicaWatch } from '#application';
import type { Serving } from './serving.js';

/** Age from which an answer tells it: younger than the log is looked at, it means nothing. */
const TOLD_AGE_SECONDS = 5;

export interface Standings {
  readonly readModel: ReadModel;
  readonly replica: ReplicaWatch;
  readonly serving: Readonly<Serving>;
}

/**
 * Every answer of /graphql tells where this replica stands: nothing that the answer knows came later. Given to another
 * replica as `at.position`, it is never older there. The age is told where the log is away or the replica is behind.
 * Once the process stops, every answer also closes its connection, so that the next request goes elsewhere.
 */
export function tellStanding(app: FastifyInstance, { readModel, replica, serving }: Standings): void {
  app.addHook('onSend', (request, reply, _payload, next) => {
    if (serving.stopping) void reply.header('connection', 'close');
    if (request.routeOptions.url?.startsWith('/graphql') === true)
      void reply.headers(standing(readModel, replica));
    next();
  });
}

function standing(readModel: ReadModel, replica: ReplicaWatch): Record<string, string> {
  try {
    const { seq, position } = readModel.status();
    const { logAnswers, ageSeconds } = replica.state();
    const old = !logAnswers || (ageSeconds ?? TOLD_AGE_SECONDS) >= TOLD_AGE_SECONDS;
    return {
      'bangiao-seq': String(seq),
      ...(position === undefined ? {} : { 'bangiao-position': position }),
      ...(old ? { 'bangiao-age': ageSeconds === undefined ? 'unknown' : String(ageSeconds) } : {}),
    };
  } catch {
    // A read model that cannot be read stands nowhere; the answer says what is wrong.
    return {};
  }
}
