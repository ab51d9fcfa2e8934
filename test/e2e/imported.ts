import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newDataDir, startService } from './service.js';

/** What the first start said, in the data directory that it made. */
export const FIRST_START = 'first-start.log';
const POLL_MS = 200;
const LIMIT_MS = 150_000;

/** Where the tests of one run share what a first start leaves. */
function sharedFolder(): string {
  return join(tmpdir(), `ban-giao-imported-${process.env['BANGIAO_TEST_RUN'] ?? process.pid}`);
}

/** A data directory of its own with the national data: a first start makes it once in a test run, the others copy it. */
export async function importedDataDir(): Promise<string> {
  const shared = sharedFolder();
  for (const end = performance.now() + LIMIT_MS; !existsSync(shared) && performance.now() < end;) {
    if (isMine(`${shared}.making`)) await make(shared);
    else await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const dataDir = newDataDir();
  cpSync(shared, dataDir, { recursive: true });
  return dataDir;
}

/** Only one process can make a folder that is not there. */
function isMine(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

async function make(shared: string): Promise<void> {
  try {
    const dataDir = newDataDir();
    const service = await startService({}, dataDir);
    await service.stop();
    writeFileSync(join(dataDir, FIRST_START), service.output());
    renameSync(dataDir, shared);
  } finally {
    rmSync(`${shared}.making`, { recursive: true, force: true });
  }
}
