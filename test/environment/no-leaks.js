import { TestEnvironment } from 'jest-environment-node';
import { setTimeout as wait } from 'node:timers/promises';

/** What keeps a process from ending, by the names that Node gives it. */
const WATCHED = ['TCPServerWrap', 'PipeServerWrap', 'ProcessWrap', 'FSEventWrap'];
const GRACE_MS = 3_000;

const openHandles = () =>
  WATCHED.map((name) => process.getActiveResourcesInfo().filter((n) => n === name).length);

/**
 * Node, with one condition more: a spec file that leaves a thread, a server, a child process or a file watcher
 * behind has failed. Jest alone ends such processes with a warning, and the next file runs beside what was left.
 */
export default class NoLeaks extends TestEnvironment {
  #threads = new Set();
  #before = [];
  #started = (thread) => {
    this.#threads.add(thread);
    thread.once('exit', () => this.#threads.delete(thread));
  };

  async setup() {
    await super.setup();
    this.#before = openHandles();
    process.on('worker', this.#started);
  }

  async teardown() {
    const left = await this.#leftOpen();
    process.off('worker', this.#started);
    await super.teardown();
    if (left.length > 0) throw new Error(`This file leaves open: ${left.join(', ')}. Close it in afterAll.`);
  }

  /** Looks until nothing is left: what was closed by the last test may still be closing. */
  async #leftOpen() {
    const until = Date.now() + GRACE_MS;
    for (;;) {
      // First of all, or Node has not yet told of a thread that the last test started.
      await wait(20);
      const now = openHandles();
      const left = WATCHED.filter((_, i) => now[i] > this.#before[i]);
      if (this.#threads.size > 0) left.push('Worker');
      if (left.length === 0 || Date.now() > until) return left;
    }
  }
}
