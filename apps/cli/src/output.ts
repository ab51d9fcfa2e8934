import { open, rename, rm, stat } from 'node:fs/promises';
import { BanGiaoError } from '#domain';

/** Where a command writes its rows; waits where the reader is slower. */
export interface Output {
  write(text: string): Promise<void>;
}

/** Whoever read the standard output has closed it: there is nobody to write for. */
export class OutputClosed extends Error {}

/**
 * Writes to a file, or to the standard output where none is named.
 * A file gets its name once it is whole: what is cut short stays behind as `<name>.part` at most.
 * @throws BanGiaoError `OUTPUT_UNWRITABLE`; OutputClosed.
 */
export async function writingTo(
  path: string | undefined,
  write: (output: Output) => Promise<void>,
): Promise<void> {
  if (path === undefined) return write({ write: toStandardOutput });
  const part = (await isDevice(path)) ? undefined : `${path}.part`;
  const file = await writable(path, () => open(part ?? path, 'w'));
  try {
    try {
      await write({ write: (text) => writable(path, () => file.appendFile(text)) });
      if (part !== undefined) await writable(path, () => file.sync());
    } finally {
      await file.close();
    }
    if (part !== undefined) await writable(path, () => rename(part, path));
  } catch (error) {
    if (part !== undefined) await rm(part, { force: true });
    throw error;
  }
}

/**
 * Writes to the standard output and waits until it is taken.
 * @throws BanGiaoError `OUTPUT_UNWRITABLE`; OutputClosed.
 */
export async function toStandardOutput(text: string): Promise<void> {
  const error = await new Promise<Error | null | undefined>((resolve) => {
    process.stdout.write(text, resolve);
  });
  if (error === null || error === undefined) return;
  throw codeOf(error) === 'EPIPE' ? new OutputClosed() : unwritable('standard output', error);
}

/** A pipe or a device is written as it is; it has no name to give. */
async function isDevice(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

async function writable<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

function unwritable(path: string, cause: unknown): BanGiaoError {
  return new BanGiaoError(
    'OUTPUT_UNWRITABLE',
    `The file cannot be written (${codeOf(cause)}).`,
    {
      field: '--out',
      value: path,
      remedy: 'Name a file in a folder that exists, with room on its disk, that this user may write to.',
    },
    { cause },
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
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
