import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Ports below those that systems give to outgoing connections, so that nobody takes one while a server is down. */
const FIRST_PORT = 24_000;
const PORTS = 8_000;
const ATTEMPTS = 50;
const QUIET_MS = 5;

/** A client's connection and the one behind the gate that it is passed to. */
interface Passage {
  readonly client: Socket;
  readonly inner: Socket;
}

/**
 * The network in front of a server: passes bytes on, and can be cut, closed, opened again on the same port,
 * or frozen, as when a process is stopped but its kernel goes on accepting.
 */
export class Gate {
  readonly #innerPort: number;
  readonly #passages = new Set<Passage>();
  readonly #waiting = new Set<Socket>();
  #listener: Server | undefined;
  #frozen = false;

  private constructor(
    innerPort: number,
    /** Where clients connect. */
    readonly port: number,
  ) {
    this.#innerPort = innerPort;
  }

  /** A gate on a port, or on one that is free; it is still closed. */
  static async before(innerPort: number, port?: number): Promise<Gate> {
    return new Gate(innerPort, port ?? (await freePort()));
  }

  get isOpen(): boolean {
    return this.#listener !== undefined;
  }

  async open(): Promise<void> {
    this.#listener ??= await listen(this.port, (socket) => this.#accept(socket));
  }

  /** Nobody listens any more and every connection is cut, as when the process is killed. */
  async close(): Promise<void> {
    const listener = this.#listener;
    this.#listener = undefined;
    const closed = new Promise<void>((resolve) => (listener ? listener.close(() => resolve()) : resolve()));
    this.cutAll();
    await closed;
  }

  cutAll(): void {
    for (const { client, inner } of [...this.#passages]) {
      client.destroy();
      inner.destroy();
    }
    for (const socket of [...this.#waiting]) socket.destroy();
  }

  /** Cuts the connection whose inner end has this port; what was sent before may be lost. */
  cut(peerPort: number): void {
    const passage = this.#find(peerPort);
    passage?.client.destroy();
    passage?.inner.destroy();
  }

  /** Cuts it after what the server has written has gone out. */
  async cutAfterFlush(peerPort: number): Promise<void> {
    const passage = this.#find(peerPort);
    if (passage === undefined) return;
    let seen = -1;
    while (passage.inner.bytesRead !== seen) {
      seen = passage.inner.bytesRead;
      await wait(QUIET_MS);
    }
    passage.client.destroySoon();
    passage.inner.destroy();
  }

  /** From now on nothing passes, in either direction; connections are accepted and nothing comes of them. */
  freeze(): void {
    this.#frozen = true;
    for (const { client, inner } of this.#passages) {
      client.pause();
      inner.pause();
    }
  }

  /** What was held back passes. */
  thaw(): void {
    this.#frozen = false;
    for (const { client, inner } of this.#passages) {
      client.resume();
      inner.resume();
    }
    for (const socket of [...this.#waiting]) {
      this.#waiting.delete(socket);
      this.#pass(socket);
    }
  }

  #accept(socket: Socket): void {
    socket.on('error', () => socket.destroy());
    if (!this.#frozen) return this.#pass(socket);
    this.#waiting.add(socket);
    socket.once('close', () => this.#waiting.delete(socket));
  }

  #pass(client: Socket): void {
    const inner = connect({ port: this.#innerPort, host: '127.0.0.1', noDelay: true });
    const passage = { client, inner };
    this.#passages.add(passage);
    client.setNoDelay(true);
    inner.on('error', () => inner.destroy());
    this.#copy(client, inner);
    this.#copy(inner, client);
    const ended = () => {
      this.#passages.delete(passage);
      inner.destroy();
      client.destroySoon();
    };
    client.once('close', ended);
    inner.once('close', ended);
  }

  #copy(from: Socket, to: Socket): void {
    from.on('data', (bytes) => {
      if (!to.write(bytes)) from.pause();
    });
    to.on('drain', () => {
      if (!this.#frozen) from.resume();
    });
    from.on('end', () => to.end());
  }

  #find(peerPort: number): Passage | undefined {
    return [...this.#passages].find(({ inner }) => inner.localPort === peerPort);
  }
}

/** A port where nobody listens now. */
export async function freePort(): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = FIRST_PORT + Math.floor(Math.random() * PORTS);
    try {
      const server = await listenOnce(port, () => undefined);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      return port;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/** Listens, waiting a little where the port is still being given back. */
async function listen(port: number, accept: (socket: Socket) => void): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await listenOnce(port, accept);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await wait(QUIET_MS);
    }
  }
}

function listenOnce(port: number, accept: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(accept);
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => resolve(server));
  });
}
