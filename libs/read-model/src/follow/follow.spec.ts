import { describe, expect, it } from '@jest/globals';
import type { RecordedEnvelope } from '#application';
import { BanGiaoError } from '#domain';
import { openReadModel } from '../read-model.js';
import { digest } from '../rebuild/digest.js';
import { rebuild } from '../rebuild/rebuild.js';
import { ArrayLog } from '../testing/array-log.js';
import { act, assigned, reassigned } from '../testing/facts.js';
import { day, LogBuilder } from '../testing/events.js';
import { closing, newFile, projectAll } from '../testing/files.js';
import { follow, type FollowProgress } from './follow.js';
import { openProjector } from './projector.js';

function logOf(assignments: number): LogBuilder {
  const log = new LogBuilder();
  log.add('act-nd-32', act('nd-32'));
  log.add('cluster-c1', assigned());
  for (let i = 2; i < assignments; i += 1) log.add('cluster-c1', reassigned({ from: day('2025-07-01') }));
  return log;
}

/** Follows a log in the background; `stop` ends it and gives what it ended with. */
function following(log: ArrayLog, file: string, batchSize = 1000) {
  const ended = new AbortController();
  const projector = openProjector({ file });
  const seen: FollowProgress[] = [];
  const run = follow(log, projector, ended.signal, (progress) => seen.push(progress), { batchSize });
  const settled = run.then(
    () => undefined,
    (error: unknown) => error,
  );
  return {
    seen,
    settled,
    stop: async () => {
      ended.abort();
      const error = await settled;
      projector.close();
      return error;
    },
  };
}

describe('following the log', () => {
  it('catches up in batches and goes on live', async () => {
    const log = logOf(25);
    const file = newFile();
    const model = closing(openReadModel({ file }));
    const follower = following(new ArrayLog(log.events), file, 10);
    await model.waitFor(log.events.at(-1)?.position ?? '', 5_000);
    expect(follower.seen.filter((p) => !p.caughtUp).map((p) => p.seq)).toEqual([10, 20, 25]);
    const live = log.add('cluster-c1', reassigned({ from: day('2026-07-01') }));
    await model.waitFor(live.position, 5_000);
    expect(model.status()).toMatchObject({ seq: 26, position: live.position });
    expect(await follower.stop()).toBeUndefined();
    expect(follower.seen.some((p) => p.caughtUp && p.seq === 25)).toBe(true);
  });

  it('stops where the log has lost its end, or has another event in the place of the last', async () => {
    const log = logOf(12);
    const file = newFile();
    projectAll(file, log.events);
    const restored = following(new ArrayLog(log.events.slice(0, 8)), file);
    expect(await restored.settled).toMatchObject({ code: 'READ_MODEL_OTHER_LOG', field: 'position' });
    await restored.stop();
    const others = [...log.events.slice(0, 11), ...logOf(12).events.slice(11)].map((event, i) =>
      i === 11 ? { ...event, eventId: '00000000-0000-5000-8000-000000000000' } : event,
    );
    const other = following(new ArrayLog(others), file);
    expect(await other.settled).toMatchObject({ code: 'READ_MODEL_OTHER_LOG' });
    await other.stop();
    expect(digest({ file }).seq).toBe(12);
  });

  it('goes on from the checkpoint after a stop', async () => {
    const log = logOf(12);
    const [file, whole] = [newFile(), newFile()];
    projectAll(file, log.events.slice(0, 5));
    const model = closing(openReadModel({ file }));
    const follower = following(new ArrayLog(log.events), file);
    await model.waitFor(log.events.at(-1)?.position ?? '', 5_000);
    await follower.stop();
    projectAll(whole, log.events);
    expect(digest({ file })).toEqual(digest({ file: whole }));
  });

  it('stops at an event that cannot be projected, says so, and skips nothing', async () => {
    const log = logOf(6);
    const spoilt = { ...log.add('cluster-c1', assigned()), schemaVersion: 9 } as RecordedEnvelope;
    log.events[6] = spoilt;
    log.add('cluster-c1', assigned());
    const file = newFile();
    const follower = following(new ArrayLog(log.events), file);
    const error = await follower.settled;
    expect(error).toBeInstanceOf(BanGiaoError);
    expect(error).toMatchObject({ code: 'READ_MODEL_POISON', value: spoilt.eventId });
    const model = closing(openReadModel({ file }));
    expect(model.status()).toMatchObject({ seq: 6, poison: { seq: 7 } });
    await expect(model.waitFor(spoilt.position, 60_000)).rejects.toMatchObject({ code: 'READ_MODEL_BEHIND' });
    await follower.stop();
  });

  it('asks again a log that is not available, and again one that drops the subscription', async () => {
    const log = logOf(8);
    const source = new ArrayLog(log.events);
    let subscriptions = 0;
    const subscribe = source.subscribe.bind(source);
    source.subscribe = async function* (after, signal) {
      subscriptions += 1;
      if (subscriptions === 1) throw new BanGiaoError('LOG_UNAVAILABLE', 'The log does not answer.');
      for await (const item of subscribe(after, signal)) {
        yield item;
        if (subscriptions === 2) return;
      }
    };
    const file = newFile();
    const model = closing(openReadModel({ file }));
    const follower = following(source, file);
    await model.waitFor(log.events.at(-1)?.position ?? '', 5_000);
    expect(subscriptions).toBe(3);
    expect(await follower.stop()).toBeUndefined();
  });

  it('goes over to a rebuilt file, and so do its readers, without an answer that goes back in time', async () => {
    const log = logOf(30);
    const source = new ArrayLog(log.events);
    const file = newFile();
    const model = closing(openReadModel({ file }));
    const follower = following(source, file);
    await model.waitFor(log.events.at(-1)?.position ?? '', 5_000);
    const rebuilt = await rebuild({ log: source, file });
    expect(rebuilt).toMatchObject({ seq: 30, resumedFrom: 0 });
    let last = 30;
    for (let i = 0; i < 40; i += 1) {
      const live = log.add('cluster-c1', reassigned({ from: day('2026-07-01') }));
      await model.waitFor(live.position, 5_000);
      const { seq } = model.status();
      expect(seq).toBeGreaterThanOrEqual(last);
      last = seq;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await follower.stop();
    // The file in use is the rebuilt one, and it holds what was followed after the switch.
    expect(digest({ file }).seq).toBe(70);
    expect(model.event(70)?.position).toBe(log.events[69]?.position);
  });
});
