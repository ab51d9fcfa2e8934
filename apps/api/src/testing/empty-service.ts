import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '#application';
import { createApp } from '../app.js';
import { hashOf } from '../http/authentication.js';
import { startRuntime, type Runtime } from '../runtime/index.js';

const FOLLOWING_LIMIT_MS = 10_000;

/** The application over a real log and read model without national data, asked without a network. */
export interface EmptyService {
  readonly runtime: Runtime;
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

/** Somebody who may ask, by a token. */
export type Person = Actor & { readonly token: string };

/** Starts one; with people only they are let in, without anybody is. */
export async function startEmptyService(people: readonly Person[] = []): Promise<EmptyService> {
  const dir = mkdtempSync(join(tmpdir(), 'ban-giao-app-'));
  const runtime = await startRuntime({
    dataDir: join(dir, 'data'),
    empty: true,
    report: () => undefined,
    onFollowerFailure: (error) => {
      throw error;
    },
  });
  const tokensFile = people.length === 0 ? {} : { tokensFile: writeTokens(dir, people) };
  const app = await createApp(runtime, { host: '127.0.0.1', ...tokensFile });
  seeEverythingRecorded(app, runtime);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const close = async (): Promise<void> => {
    await app.close();
    await runtime.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { runtime, app, close };
}

/**
 * Every request waits until the read model has followed the log to its head, so that a spec sees what it wrote without
 * naming positions; the waiting that clients ask for is proven over the started service in `test/e2e`.
 */
function seeEverythingRecorded(app: NestFastifyApplication, { log, readModel }: Runtime): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async () => {
      const head = await log.head();
      if (head !== undefined) await readModel.waitFor(head, FOLLOWING_LIMIT_MS);
    });
}

function writeTokens(dir: string, people: readonly Person[]): string {
  const file = join(dir, 'tokens.jsonl');
  const lines = people.map(({ token, ...actor }) =>
    JSON.stringify({ sha256: hashOf(token).toString('hex'), ...actor }),
  );
  writeFileSync(file, lines.join('\n'));
  return file;
}
