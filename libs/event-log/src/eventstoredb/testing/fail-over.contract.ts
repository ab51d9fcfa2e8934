import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AppendResult, EventLog } from '#application';
import { eventsOf, listen, readEverything, titlesOf } from '../../contract/collect.js';
import { envelope } from '../../contract/fixture.js';

/** A cluster with an open log, whose leader can be killed. */
export interface ClusterUnderTest {
  readonly log: EventLog;
  killLeader(): Promise<void>;
  dispose(): Promise<void>;
}

const WRITERS = 8;
/** Appends of each writer before the leader is killed, and after. */
const EACH = 25;

/** What a writer was told of one of its appends. */
interface Told {
  readonly stream: string;
  readonly title: string;
  readonly result: AppendResult;
}

/** Writers and a reader go on while the leader dies. */
export function describeFailOver(name: string, factory: () => Promise<ClusterUnderTest>): void {
  describe(`${name} when its leader is killed`, () => {
    let cluster: ClusterUnderTest;
    beforeEach(async () => {
      cluster = await factory();
    });
    afterEach(() => cluster.dispose());

    it('loses nothing that was acknowledged, writes nothing twice, and goes on', async () => {
      const { log } = cluster;
      const writers = Array.from({ length: WRITERS }, () => `act-${randomUUID()}`);
      const told: Told[] = [];
      const listening = listen(log);
      const halfWay = progress(WRITERS * EACH, told);
      const writing = Promise.all(writers.map((stream) => write(log, stream, told)));
      await Promise.race([halfWay, writing]);
      await cluster.killLeader();
      await writing;

      const total = WRITERS * EACH * 2;
      expect(told).toHaveLength(total);
      await listening.until((items) => eventsOf(items).length >= total);
      await listening.stop();
      const all = await readEverything(log);
      expect(eventsOf(listening.items)).toEqual(all);
      expect(all).toHaveLength(total);
      const there = new Map(all.map((event) => [`${event.stream}@${event.revision}`, event]));
      for (const { stream, title, result } of told) {
        const event = there.get(`${stream}@${result.revision}`);
        expect({ titles: event && titlesOf([event]), position: event?.position }).toEqual({
          titles: [title],
          position: result.position,
        });
      }
      expect(told.filter(({ result }) => result.alreadyRecorded)).toEqual([]);
    });
  });
}

async function write(log: EventLog, stream: string, told: Told[]): Promise<void> {
  for (let i = 0; i < EACH * 2; i += 1) {
    const title = `${stream} ${i}`;
    const result = await log.append(stream, [envelope(title)], i === 0 ? 'no-stream' : i - 1);
    told.push({ stream, title, result });
  }
}

async function progress(count: number, told: readonly unknown[]): Promise<void> {
  while (told.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
}
