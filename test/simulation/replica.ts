import { isRetryable, type EventLog, type ReadModel } from '#application';
import { BanGiaoError } from '#domain';
import { follow, openProjector, openReadModel, rebuild, type Projector } from '#read-model';
import type { Store } from './stores/store.js';
import { UnsteadyLog } from './unsteady-log.js';
import type { World } from './world.js';

/** Small, so that much falls between two of them. */
const MOST_IN_BATCH = 15;

/** One follower of the log with its read model; it crashes, is started again, and is rebuilt beside itself. */
export class Replica {
  readonly readModel: ReadModel;
  #life: Life | undefined;
  #rebuilding: Promise<void> | undefined;

  constructor(
    private readonly world: World,
    private readonly store: Store,
    readonly name: string,
    readonly file: string,
  ) {
    this.readModel = openReadModel({ file });
  }

  async start(): Promise<void> {
    this.world.note('a replica starts', this.name);
    this.#life = new Life(this.world, this.name, this.file, await this.store.open());
  }

  /** Ends without writing what it has received, and is started again after a while. */
  async crash(): Promise<void> {
    const life = this.#life;
    if (life === undefined) return;
    this.#life = undefined;
    this.world.note('a replica crashes', this.name);
    await life.end(true);
    await this.world.pause(2_000, 10);
    await this.start();
  }

  /** Builds the read model anew, beside those who follow it and ask it; may be interrupted. */
  rebuild(): void {
    this.#rebuilding ??= this.#rebuild().finally(() => (this.#rebuilding = undefined));
  }

  /** Ends as it should. */
  async stop(): Promise<void> {
    await this.#rebuilding;
    await this.#life?.end(false);
    this.readModel.close();
  }

  async #rebuild(): Promise<void> {
    const interrupted = new AbortController();
    const timer = setTimeout(() => interrupted.abort(), this.world.random.between(20, 1_000));
    const log = new UnsteadyLog(this.world, await this.store.open());
    const batchSize = this.world.random.between(5, 80);
    this.world.note('a rebuild begins', this.name);
    try {
      const { seq } = await rebuild({ log, file: this.file, batchSize, signal: interrupted.signal });
      this.world.note('a rebuild ends', `${this.name} to ${seq}`);
    } catch (error) {
      const wasInterrupted = error instanceof BanGiaoError && error.code === 'REBUILD_INTERRUPTED';
      if (!wasInterrupted && !isRetryable(error)) {
        return this.world.find(`a rebuild of ${this.name} failed: ${String(error)}`);
      }
      this.world.note('a rebuild is cut short', `${this.name} ${error.code}`);
    } finally {
      clearTimeout(timer);
      await log.close();
    }
  }
}

/** One process that follows, from its start to its end. */
class Life {
  readonly #stop = new AbortController();
  readonly #projector: Projector;
  readonly #following: Promise<void>;
  #crashed = false;

  constructor(
    private readonly world: World,
    private readonly name: string,
    file: string,
    private readonly log: EventLog,
  ) {
    this.#projector = openProjector({ file });
    this.#following = this.#keepFollowing(new UnsteadyLog(world, log));
  }

  async end(crashed: boolean): Promise<void> {
    this.#crashed = crashed;
    this.#stop.abort();
    await this.#following;
    this.#projector.close();
    await this.log.close();
  }

  /** As the service does: what passes is no reason to stop. */
  async #keepFollowing(log: EventLog): Promise<void> {
    const target = this.#whileAlive(this.#projector);
    const options = { batchSize: this.world.random.between(1, MOST_IN_BATCH) };
    while (!this.#stop.signal.aborted) {
      try {
        await follow(log, target, this.#stop.signal, undefined, options);
      } catch (error) {
        if (!isRetryable(error)) return this.world.find(`${this.name} stops following: ${String(error)}`);
        this.world.note('a replica follows again', `${this.name} ${error.code}`);
        await this.world.pause(500);
      }
    }
  }

  /** Nothing is written after the crash. */
  #whileAlive(projector: Projector): Projector {
    return {
      checkpoint: () => projector.checkpoint(),
      lastEvent: () => projector.lastEvent(),
      reopen: () => projector.reopen(),
      close: () => projector.close(),
      project: (events) => {
        if (this.#crashed) return;
        projector.project(events);
        this.world.note('a replica goes on', `${this.name} to ${projector.checkpoint().seq}`);
      },
    };
  }
}
