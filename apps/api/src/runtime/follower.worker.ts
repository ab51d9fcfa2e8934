import { once } from 'node:events';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { BanGiaoError } from '#domain';
import { openEventLog, type EventLogLocation } from '#event-log';
import { follow, openProjector } from '#read-model';
import type { FollowerData, FromFollower, ToFollower } from './follower-messages.js';

/**
 * Follows the log in a thread of its own, so that answers never wait for projections.
 * Ends when its parent says stop, or with an error that it tells; for a poison event the read model tells it too.
 */
const parent = parentPort as MessagePort;
const { readModel } = workerData as FollowerData;
const stop = new AbortController();
const tell = (message: FromFollower) => parent.postMessage(message);

try {
  await run(await locationOf(parent));
} catch (error) {
  tell(failureOf(error));
}
parent.close();

async function locationOf(port: MessagePort): Promise<EventLogLocation | undefined> {
  port.on('message', (message: ToFollower) => {
    if (message.kind === 'stop') stop.abort();
  });
  const [first] = (await once(port, 'message')) as [ToFollower];
  return first.kind === 'follow' ? first.log : undefined;
}

async function run(location: EventLogLocation | undefined): Promise<void> {
  if (location === undefined) return;
  const projector = openProjector({ file: readModel });
  try {
    // The file answers from here on, whether the log does or not.
    tell({ kind: 'ready' });
    const log = await openEventLog(location);
    try {
      await follow(log, projector, stop.signal);
    } finally {
      await log.close();
    }
  } finally {
    projector.close();
  }
}

function failureOf(error: unknown): FromFollower {
  if (!(error instanceof BanGiaoError))
    return { kind: 'failed', code: 'FOLLOWING_FAILED', message: String(error) };
  const { code, message, field, value, remedy } = error;
  return {
    kind: 'failed',
    code,
    message,
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
    ...(remedy === undefined ? {} : { remedy }),
  };
}
