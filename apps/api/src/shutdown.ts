import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Serving } from './http/serving.js';
import type { Runtime } from './runtime/index.js';

/** What ends, in this order, once the process is told to. */
export interface Stoppable {
  readonly serving: Serving;
  readonly app: NestFastifyApplication;
  readonly runtime: Pick<Runtime, 'close'>;
  /** How long requests are still taken after readiness turned red. */
  readonly drainSeconds: number;
  readonly say: (line: string) => void;
}

type StopSignal = 'SIGTERM' | 'SIGINT';

/** Answers close their connection in this time, so that no client is cut off between two requests. */
const LINGER_MS = 100;
/** How long requests under way may take to finish. */
const REQUESTS_LIMIT_MS = 10_000;
/** How long following, the read model and the log may take to close. */
const CLOSE_LIMIT_MS = 10_000;

/** Stops in order at the first signal and at once at the second. */
export function stopOnSignals(stoppable: Stoppable): void {
  const onSignal = (signal: StopSignal): void => {
    if (stoppable.serving.stopping) process.exit(128 + constants.signals[signal]);
    void stop(stoppable).then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/**
 * Readiness turns red and answers close their connections; then no new connections, and what is under way is finished;
 * then following, the read model and the log. What was acknowledged is in the log, and its answer was sent.
 */
export async function stop({ serving, app, runtime, drainSeconds, say }: Stoppable): Promise<void> {
  serving.stopping = true;
  say('Stopping: finishing what is under way.');
  await wait(Math.max(LINGER_MS, drainSeconds * 1_000));
  const closed = app.close();
  if (!(await inTime(closed, REQUESTS_LIMIT_MS))) {
    say(`Requests that took longer than ${REQUESTS_LIMIT_MS / 1_000} s are cut off.`);
    app.getHttpServer().closeAllConnections();
    await closed;
  }
  if (!(await inTime(runtime.close(), CLOSE_LIMIT_MS)))
    throw new Error('The log or the read model did not close in time; what was acknowledged is in the log.');
}

/** False where it takes longer. */
async function inTime(work: Promise<unknown>, limitMs: number): Promise<boolean> {
  const over = new AbortController();
  const late = wait(limitMs, false, { signal: over.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    over.abort();
  }
}
