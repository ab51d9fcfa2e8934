import type { EventLog } from '#application';
import { eventLogOn } from '../../../libs/event-log/src/testing/index.js';
import type { World } from '../world.js';
import { Cluster } from './cluster.js';
import { Connection } from './connection.js';
import type { Store } from './store.js';
import { SwitchedLog } from './switched-log.js';

/** The EventStoreDB adapter of several processes on one cluster. */
export class ClusteredStore implements Store {
  readonly #cluster: Cluster;
  readonly #logs: readonly SwitchedLog[];
  #restarting = Promise.resolve();

  constructor(
    private readonly world: World,
    replicas: number,
  ) {
    this.#cluster = new Cluster(world);
    this.#logs = Array.from({ length: replicas }, () => new SwitchedLog());
    for (const log of this.#logs) log.current = this.#connect();
  }

  forCallers(replica: number): EventLog {
    return this.#logs[replica % this.#logs.length] as EventLog;
  }

  async open(): Promise<EventLog> {
    return this.#connect();
  }

  mischief(): void {
    if (this.world.random.chance(0.6)) this.#cluster.goAway();
    else this.#restart(this.world.random.pick(this.#logs));
  }

  async calm(): Promise<void> {
    await this.#cluster.settled();
    await this.#restarting;
  }

  async close(): Promise<void> {
    for (const log of this.#logs) await log.close();
  }

  #connect(): EventLog {
    return eventLogOn(new Connection(this.world, this.#cluster));
  }

  #restart(log: SwitchedLog | undefined): void {
    if (log !== undefined) this.#restarting = this.#restarting.then(() => this.#closeAndOpen(log));
  }

  /** One process ends as it should: what it was given before is answered. */
  async #closeAndOpen(log: SwitchedLog): Promise<void> {
    const old = log.current;
    log.current = undefined;
    this.world.note('a replica closes its log');
    await old?.close();
    await this.world.pause(300);
    log.current = this.#connect();
    this.world.note('a replica opens its log again');
  }
}
