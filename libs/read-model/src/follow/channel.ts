import { resolve } from 'node:path';

/** Name of the channel on which a projector tells the readers of its file that it has gone on. */
export function channelOf(file: string): string {
  return `ban-giao.read-model:${resolve(file)}`;
}
