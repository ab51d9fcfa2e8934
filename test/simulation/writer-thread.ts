import type { DatabaseSync } from 'node:sqlite';
import {
  channelOf,
  holdLock,
  openForWriting,
  toMessage,
  Writer,
  type FromWriter,
  type ToWriter,
  type WriterOptions,
} from '../../libs/event-log/src/testing/index.js';
import { BroadcastChannel, type ThreadBody, type Worker } from './threads.js';
import type { World } from './world.js';

/** What becomes of one group of appends. */
const FATES = { answered: 94, 'dies-before': 3, 'dies-after': 3 } as const;
const NO_LIMIT = 1_073_741_823;

/** The real writer of the embedded log on its real file, behind a thread that may die at any moment. */
export class WriterThread implements ThreadBody {
  #db: DatabaseSync | undefined;
  #lock: { release(): void } | undefined;
  #writer: Writer | undefined;
  #dead = false;
  #last: Promise<void>;
  readonly #channel: BroadcastChannel;

  constructor(
    private readonly world: World,
    private readonly thread: Worker,
    private readonly file: string,
    private readonly onDeath: () => void,
  ) {
    this.#channel = new BroadcastChannel(channelOf(file));
    this.#last = this.#open();
  }

  receive(message: unknown): void {
    this.#last = this.#last.then(() => this.#handle(message as ToWriter));
  }

  /** Ends it as a crash does: what was not committed is gone, and the system frees the lock. */
  die(): void {
    if (this.#dead) return;
    this.world.note('the writing thread dies');
    if (this.world.random.chance(0.5)) this.thread.emit('error', new Error('The thread was ended.'));
    this.#end();
    this.onDeath();
  }

  /** Gives the log no more room than it has, or all that it wants again. */
  limitDisk(isFull: boolean): void {
    if (this.#dead) return;
    // SQLite raises a limit that is too low to the size that the file has.
    this.#db?.exec(`PRAGMA max_page_count = ${isFull ? 1 : NO_LIMIT}`);
  }

  async #open(): Promise<void> {
    await this.world.pause(20);
    if (this.#dead) return;
    try {
      this.#lock = holdLock(this.file);
      this.#db = openForWriting(this.file);
      this.#writer = new Writer(this.#db);
      this.#say({ kind: 'open' });
    } catch (error) {
      this.world.find(`the writing thread cannot open the log: ${String(error)}`);
      this.#say({ kind: 'failed', error: toMessage(error) });
      this.#end();
    }
  }

  async #handle(message: ToWriter): Promise<void> {
    await this.world.pause(15);
    if (this.#dead) return;
    if (message.kind === 'close') this.#end();
    else await this.#append(message);
  }

  async #append({ requests }: Extract<ToWriter, { kind: 'append' }>): Promise<void> {
    const fate = this.world.unruly ? this.world.random.weighed(FATES) : 'answered';
    if (fate === 'dies-before') return this.die();
    const answers = this.#writer?.write(requests) ?? [];
    const refused = answers.flatMap((a) => (a.ok ? [] : [a.error.code]));
    this.world.note('committed', `${requests.map((r) => r.stream).join(' ')} ${refused.join(' ')}`);
    await this.world.pause(10);
    if (this.#dead) return;
    if (fate === 'dies-after') return this.die();
    this.#say({ kind: 'answers', answers });
    this.#channel.postMessage('committed');
  }

  #say(message: FromWriter): void {
    this.thread.emit('message', message);
  }

  #end(): void {
    this.#dead = true;
    this.#channel.close();
    this.#db?.close();
    this.#lock?.release();
    this.thread.emit('exit', 0);
  }
}

export function optionsOf(workerData: unknown): WriterOptions {
  return workerData as WriterOptions;
}
