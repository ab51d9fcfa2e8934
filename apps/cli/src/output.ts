import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Where a command writes its rows; waits where the reader is slower. */
export interface Output {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** A file, or the standard output where none is named. */
export function openOutput(path: string | undefined): Output {
  const stream: Writable = path === undefined ? process.stdout : createWriteStream(path);
  return {
    async write(text) {
      if (!stream.write(text)) await once(stream, 'drain');
    },
    async close() {
      if (path === undefined) return;
      stream.end();
      await once(stream, 'finish');
    },
  };
}

/** Tells how far long work is, on one line of the terminal, at most ten times a second. */
export function progress(what: string): (done: number, total?: number) => void {
  let last = 0;
  return (done, total) => {
    const now = performance.now();
    if (now - last < 100 && done !== total) return;
    last = now;
    const end = process.stderr.isTTY ? '\r' : '\n';
    process.stderr.write(`${what}: ${done}${total === undefined ? '' : ` of ${total}`}${end}`);
  };
}
