import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';

/** What runs behind a simulated thread. */
export interface ThreadBody {
  receive(message: unknown): void;
}

/** The machine of one simulation: it runs threads and carries messages between them. */
export interface Machine {
  start(thread: Worker, workerData: unknown): ThreadBody;
  /** Carries a message some time later, or loses it. */
  carry(deliver: () => void): void;
}

let machine: Machine | undefined;
const channels = new Map<string, Set<BroadcastChannel>>();

/** Makes the machine of a simulation the one on which threads run. */
export function runThreadsOn(of: Machine | undefined): void {
  machine = of;
  channels.clear();
}

/** In place of Node's: the calling side of a thread that runs in this one, on the simulation's clock. */
export class Worker extends EventEmitter {
  readonly #body: ThreadBody;

  constructor(_file: string, { workerData }: { readonly workerData: unknown }) {
    super();
    if (machine === undefined) throw new Error('No simulation is running.');
    this.#body = machine.start(this, workerData);
  }

  postMessage(message: unknown): void {
    this.#body.receive(message);
  }
}

/** In place of Node's: tells the others of the same name, late and not always. */
export class BroadcastChannel {
  onmessage: ((message: { readonly data: unknown }) => void) | undefined;
  readonly #all: Set<BroadcastChannel>;

  constructor(name: string) {
    this.#all = channels.get(name) ?? new Set();
    channels.set(name, this.#all.add(this));
  }

  postMessage(data: unknown): void {
    for (const other of this.#all) {
      if (other !== this) machine?.carry(() => this.#all.has(other) && other.onmessage?.({ data }));
    }
  }

  close(): void {
    this.#all.delete(this);
  }

  unref(): void {
    // Nothing keeps a simulation going but its own work.
  }
}

const actual = createRequire(import.meta.url)('node:worker_threads') as object;

/** What `node:worker_threads` is in a simulation. */
export const workerThreads = { ...actual, Worker, BroadcastChannel };

/** What `node:timers/promises` is in a simulation: on its clock. */
export const timersPromises = {
  setImmediate: () => new Promise<void>((resolve) => void setImmediate(resolve)),
  setTimeout: (milliseconds: number) =>
    new Promise<void>((resolve) => void setTimeout(resolve, milliseconds)),
};
