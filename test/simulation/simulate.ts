import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog, RecordedEnvelope } from '#application';
import { digest, rebuild } from '#read-model';
import { Auditor } from './auditor.js';
import type { Bug } from './bugs/bug.js';
import { Caller, type Service } from './caller.js';
import { Ledger } from './ledger.js';
import { recordRegister } from './register.js';
import { Replica } from './replica.js';
import { ClusteredStore } from './stores/clustered.js';
import { EmbeddedStore } from './stores/embedded.js';
import type { Store } from './stores/store.js';
import { UnsteadyLog } from './unsteady-log.js';
import { inVirtualTime, Stuck } from './virtual-time.js';
import { World } from './world.js';

export const VARIANTS = ['embedded', 'clustered'] as const;
export type Variant = (typeof VARIANTS)[number];

/** What one simulation was. */
export interface Run {
  readonly findings: readonly string[];
  /** Equal for equal seeds. */
  readonly hash: string;
  readonly lines: number;
  readonly tail: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
}

const REPLICAS = 2;
const CALLERS = 3;
const COMMANDS_EACH = 18;
/** More than a run ever takes; what is not done by then never will be. */
const LIMIT_MS = 3_600_000;
const PATIENCE_MS = 120_000;
const PAGE = 1_000;
/** In memory where there is such a place: no machine dies here, so nothing has to reach a disk. */
const FOLDERS = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Runs the whole core once; the seed decides everything that happens. */
export async function simulate(variant: Variant, seed: number, bug: Bug = {}): Promise<Run> {
  const folder = mkdtempSync(join(FOLDERS, 'ban-giao-simulation-'));
  const world = new World(seed, bug);
  try {
    await inVirtualTime(() => new Simulation(world, variant, folder).run(), LIMIT_MS);
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    world.findings.push(`stuck: ${error.message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { findings, counts, trace } = world;
  return { findings, counts, hash: trace.hash, lines: trace.lines, tail: trace.tail };
}

/** One world from its first event to its last. */
class Simulation {
  readonly #ledger: Ledger;
  #done = false;

  constructor(
    private readonly world: World,
    private readonly variant: Variant,
    private readonly folder: string,
  ) {
    this.#ledger = new Ledger(world);
  }

  async run(): Promise<void> {
    const store = await this.#store();
    this.world.unruly = false;
    await recordRegister(store.forCallers(0));
    this.world.unruly = true;
    const replicas = Array.from({ length: REPLICAS }, (_, i) => this.#replica(store, i));
    for (const replica of replicas) await replica.start();
    const auditor = new Auditor(this.world, replicas);
    const trouble = this.#trouble(store, replicas);
    const auditing = auditor.audit(() => this.#done);
    await this.#write(store, replicas);
    this.#done = true;
    this.world.unruly = false;
    await Promise.all([trouble, auditing]);
    await store.calm();
    await this.#compare(store, replicas, auditor);
    for (const replica of replicas) await replica.stop();
    await store.close();
  }

  async #store(): Promise<Store> {
    switch (this.variant) {
      case 'embedded':
        return new EmbeddedStore(this.world, join(this.folder, 'log.sqlite')).begin();
      case 'clustered':
        return new ClusteredStore(this.world, REPLICAS);
    }
  }

  #replica(store: Store, i: number): Replica {
    return new Replica(this.world, store, `replica ${i}`, join(this.folder, `replica-${i}.sqlite`));
  }

  async #write(store: Store, replicas: readonly Replica[]): Promise<void> {
    const services = replicas.map((replica, i) => ({
      replica,
      log: new UnsteadyLog(this.world, store.forCallers(i)),
    })) as unknown as readonly [Service, ...Service[]];
    const callers = Array.from(
      { length: CALLERS },
      (_, i) => new Caller(this.world, this.#ledger, services, `caller ${i}`),
    );
    await Promise.all(callers.map((caller) => caller.give(COMMANDS_EACH)));
  }

  /** What goes wrong beside all the small things. */
  async #trouble(store: Store, replicas: readonly Replica[]): Promise<void> {
    const crashes: Promise<void>[] = [];
    while (!this.#done) {
      await this.world.pause(2_500, 100);
      const replica = this.world.random.pick(replicas);
      switch (this.world.random.weighed({ store: 3, crash: 3, rebuild: 3 })) {
        case 'store':
          store.mischief();
          break;
        case 'crash':
          crashes.push(replica?.crash() ?? Promise.resolve());
          break;
        case 'rebuild':
          replica?.rebuild();
          break;
      }
    }
    await Promise.all(crashes);
  }

  /** When all has come right again, everything agrees. */
  async #compare(store: Store, replicas: readonly Replica[], auditor: Auditor): Promise<void> {
    const log = await store.open();
    const events = await everything(log);
    const last = events.at(-1)?.position ?? '1';
    for (const { name, readModel } of replicas) {
      await readModel.waitFor(last, PATIENCE_MS).catch((error: unknown) => {
        this.world.find(`${name} does not catch up: ${String(error)}`);
      });
    }
    this.world.note('compared', `${events.length} events, ${this.#ledger.acknowledged} acknowledged`);
    this.#ledger.check(events);
    auditor.check(events);
    const rebuilt = await rebuild({ log, file: join(this.folder, 'rebuilt.sqlite') });
    this.world.note('digest', rebuilt.digest);
    for (const { name, file } of replicas) {
      const has = digest({ file }).digest;
      if (has !== rebuilt.digest)
        this.world.find(`the digest of ${name} is ${has}, that of a rebuild ${rebuilt.digest}`);
    }
    await log.close();
  }
}

async function everything(log: EventLog): Promise<readonly RecordedEnvelope[]> {
  const events: RecordedEnvelope[] = [];
  for (;;) {
    const page = await log.readAll(events.at(-1)?.position, { maxCount: PAGE });
    if (page.length === 0) return events;
    events.push(...page);
  }
}
