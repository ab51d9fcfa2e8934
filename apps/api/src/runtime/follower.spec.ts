import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { toEnvelopes, type EventLog, type ReadModel } from '#application';
import { openEventLog, type EventLogLocation } from '#event-log';
import { openReadModel } from '#read-model';
import { startFollower, type Follower, type Following } from './follower.js';

const folder = mkdtempSync(join(tmpdir(), 'ban-giao-follower-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let n = 0;
let file: string;
let log: EventLog;
let follower: Follower;
let readModel: ReadModel;
let told: Following[];

beforeEach(async () => {
  n += 1;
  file = join(folder, `read-model-${n}.sqlite`);
  const location: EventLogLocation = {
    kind: 'sqlite',
    file: join(folder, `log-${n}.sqlite`),
    mode: 'read-write',
  };
  log = await openEventLog(location);
  told = [];
  follower = await startFollower({
    log: { ...location, mode: 'read-only' },
    readModel: file,
    onFailure: (_error, following) => told.push(following),
    firstPauseMs: 20,
  });
  readModel = openReadModel({ file });
});
afterEach(async () => {
  readModel.close();
  await follower.stop();
  await log.close();
});

async function appendOne(): Promise<string> {
  const id = randomUUID();
  const [event] = toEnvelopes(
    [
      {
        type: 'act.registered',
        data: { actId: id, kind: 'OTHER', number: id, issuer: 'x', provenance: 'STATED', source: 'x' },
      },
    ],
    {
      ...{ commandId: id, correlationId: id, causationId: id },
      actor: { id: 'a', office: 'o', role: 'r' },
      recordedAt: '2026-01-01T00:00:00.000Z' as never,
    },
  );
  if (event === undefined) throw new Error('no event');
  return (await log.append(`act-${id}`, [event], 'no-stream')).position;
}

async function reaches(wanted: () => boolean): Promise<void> {
  for (let i = 0; i < 1_000 && !wanted(); i += 1) await wait(10);
  expect(wanted()).toBe(true);
}

describe('following', () => {
  it('goes on in a new thread where the old one ended by itself', async () => {
    await readModel.waitFor(await appendOne(), 10_000);
    expect(follower.following()).toEqual({ state: 'running' });
    // As if another process had written: the thread ends at its next batch, and a new one begins from there.
    const other = new DatabaseSync(file);
    other.exec('UPDATE checkpoint SET seq = seq + 1');
    other.close();
    await readModel.waitFor(await appendOne(), 10_000);
    expect(told).toEqual([{ state: 'restarting', code: 'READ_MODEL_CHECKPOINT_MOVED' }]);
    await reaches(() => follower.following().state === 'running');
    expect(readModel.status().seq).toBe(3);
  });

  it('stays stopped where a new thread would meet the same', async () => {
    writeFileSync(`${file}.current`, 'damaged');
    await reaches(() => follower.following().state === 'stopped');
    await wait(100);
    expect(told).toEqual([{ state: 'stopped', code: 'READ_MODEL_UNREADABLE' }]);
  });

  it('ends when it is told to, and tells nobody of a failure', async () => {
    await follower.stop();
    expect(told).toEqual([]);
  });
});
