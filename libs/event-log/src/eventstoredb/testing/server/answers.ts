import type { ServerWritableStream, ServiceError } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { StoredEvent } from '../model/event.js';
import type { AfterEvents, Call, Fault } from './faults.js';
import { eventAnswer } from './messages.js';
import { peerPort, type ServerNode } from './node.js';
import * as status from './status.js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** The answers of one read or subscription, sent no faster than they are taken, and its faults in mid-stream. */
export class Answers {
  readonly #node: ServerNode;
  readonly #call: ReadCall;
  readonly #kind: Call;
  readonly #onEnd = new Set<() => void>();
  #sent = 0;
  #lastWritten: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(node: ServerNode, call: ReadCall, kind: 'read' | 'subscribe') {
    this.#node = node;
    this.#call = call;
    this.#kind = kind;
    for (const event of ['cancelled', 'close', 'error'] as const) call.on(event, () => this.#stop());
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Called once, when the call ends in whatever way. */
  onEnd(listener: () => void): void {
    this.#onEnd.add(listener);
  }

  async event(event: StoredEvent): Promise<void> {
    await this.#midStream();
    if (this.#ended) return;
    this.#sent += 1;
    await this.message(eventAnswer(event));
  }

  /** Resolves when there is room for more, or the call has ended. */
  async message(message: ReadResp): Promise<void> {
    if (this.#ended) return;
    let written = () => {};
    this.#lastWritten = new Promise<void>((resolve) => (written = resolve));
    if (this.#call.write(message, () => written())) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        this.#onEnd.delete(go);
        this.#call.off('drain', go);
        resolve();
      };
      this.#onEnd.add(go);
      this.#call.once('drain', go);
    });
  }

  end(): void {
    if (this.#ended) return;
    this.#stop();
    this.#call.end();
  }

  fail(error: ServiceError): void {
    if (!this.#ended) this.#call.emit('error', error);
  }

  async #midStream(): Promise<void> {
    const { faults, gate } = this.#node;
    const cut = this.#kind === 'read' ? faults.cutRead : faults.cutSubscription;
    if (this.#strikes(cut)) {
      this.#stop();
      await this.#lastWritten;
      await gate.cutAfterFlush(peerPort(this.#call));
    } else if (this.#strikes(faults.tooSlow)) this.fail(status.tooSlow());
    else if (this.#strikes(faults.endSubscription)) this.end();
  }

  #strikes(fault: Fault<AfterEvents>): boolean {
    if (this.#kind === 'read' && fault !== this.#node.faults.cutRead) return false;
    const after = fault.armedFor(this.#kind)?.afterEvents;
    return after !== undefined && this.#sent >= after && fault.strike(this.#kind) !== undefined;
  }

  #stop(): void {
    this.#ended = true;
    for (const listener of [...this.#onEnd]) listener();
    this.#onEnd.clear();
  }
}
