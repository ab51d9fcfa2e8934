import type { EventLog } from '#application';
import { BanGiaoError } from '#domain';
import { openSqliteEventLog } from '#event-log';
import { runThreadsOn, type Worker } from '../threads.js';
import type { World } from '../world.js';
import { optionsOf, WriterThread } from '../writer-thread.js';
import type { Store } from './store.js';
import { SwitchedLog } from './switched-log.js';

const MISCHIEF = { 'thread dies': 3, restart: 3, 'full disk': 4 } as const;
/** A message between threads of one process comes; one to another process never does. */
const LOST_MESSAGES = 0.2;

const codeOf = (error: unknown) => (error instanceof BanGiaoError ? error.code : String(error));

/** The embedded log: its one writer, which dies and is started again, and readers beside it. */
export class EmbeddedStore implements Store {
  readonly #log = new SwitchedLog();
  #thread: WriterThread | undefined;
  #restarting: Promise<void> | undefined;

  constructor(
    private readonly world: World,
    private readonly file: string,
  ) {
    runThreadsOn({
      start: (thread, workerData) => this.#start(thread, workerData),
      carry: (deliver) => this.#carry(deliver),
    });
  }

  /** Opens the log for its one writer. */
  async begin(): Promise<this> {
    this.#log.current = await openSqliteEventLog({ file: this.file, mode: 'read-write' });
    return this;
  }

  forCallers(): EventLog {
    return this.#log;
  }

  open(): Promise<EventLog> {
    return openSqliteEventLog({ file: this.file, mode: 'read-only' });
  }

  mischief(): void {
    switch (this.world.random.weighed(MISCHIEF)) {
      case 'thread dies':
        return this.#thread?.die();
      case 'restart':
        return this.#restart();
      case 'full disk':
        return void this.#fillDisk();
    }
  }

  async calm(): Promise<void> {
    await this.#restarting;
    this.#thread?.limitDisk(false);
  }

  async close(): Promise<void> {
    await this.#restarting;
    await this.#log.close();
    runThreadsOn(undefined);
  }

  #start(thread: Worker, workerData: unknown): WriterThread {
    const body = new WriterThread(this.world, thread, optionsOf(workerData).file, () => this.#restart());
    this.#thread = body;
    return body;
  }

  #carry(deliver: () => void): void {
    if (this.world.mischief(LOST_MESSAGES)) return;
    setTimeout(deliver, this.world.random.between(1, 10));
  }

  /** As a supervisor does; whoever asks meanwhile is told that nobody is there. */
  #restart(): void {
    this.#restarting ??= this.#closeAndOpen().finally(() => (this.#restarting = undefined));
  }

  async #closeAndOpen(): Promise<void> {
    const old = this.#log.current;
    this.#log.current = undefined;
    this.world.note('the log is closed');
    await old?.close();
    do await this.world.pause(500);
    while (!(await this.#opens()));
    this.world.note('the log is open again');
  }

  /** A thread may die before it has opened the log; then another is started. */
  async #opens(): Promise<boolean> {
    try {
      await this.begin();
      return true;
    } catch (error) {
      this.world.note('the log cannot be opened', codeOf(error));
      if (codeOf(error) !== 'LOG_UNAVAILABLE' && codeOf(error) !== 'LOG_OUTCOME_UNKNOWN') throw error;
      return false;
    }
  }

  async #fillDisk(): Promise<void> {
    const thread = this.#thread;
    this.world.note('the disk is full');
    thread?.limitDisk(true);
    await this.world.pause(1_500, 100);
    thread?.limitDisk(false);
    this.world.note('there is room again');
  }
}
