import { Server } from '@grpc/grpc-js';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { ServerModel } from '../model/server-model.js';
import { append } from './append.js';
import { batchAppend } from './batch-append.js';
import { deleteStream, tombstone } from './delete.js';
import { gossip, supportedMethods } from './discovery.js';
import { Faults } from './faults.js';
import { Gate } from './gate.js';
import type { Leadership, Member, ServerNode } from './node.js';
import { read } from './read.js';
import { connectionString, credentialsOf, entry, type Security } from './security.js';

/** The largest message that the server takes, as the real one: one event of 16 MiB. */
const MAX_MESSAGE = 16 * 1024 * 1024;
const LIVE_BUFFER = 32;

/** A server that speaks EventStoreDB's protocol, in the hand of a test. */
export interface TestServer {
  readonly connectionString: string;
  readonly port: number;
  /** False while it is killed. */
  readonly running: boolean;
  /** What it holds: to look at, and to write to behind the client's back. */
  readonly model: ServerModel;
  readonly faults: Faults;
  /** Kills it: nobody listens, connections are cut at once; the model stays. */
  stop(): Promise<void>;
  /** Back on the same port with the same model. */
  start(): Promise<void>;
  /** Cuts every connection; new ones are taken. */
  cutConnections(): void;
  /** As a stopped process: connections are accepted and kept, and nothing is answered, until `thaw`. */
  freeze(): void;
  /** What was held back is carried out and answered. */
  thaw(): void;
  dispose(): Promise<void>;
}

/** How a server differs from the usual one. */
export interface TestServerOptions {
  readonly port?: number;
  readonly model?: ServerModel;
  /** False: it has its port, and nobody listens there before `start`. */
  readonly started?: boolean;
  /** Events that may wait for a live subscription; the real server's 32, if nothing is said. */
  readonly liveBuffer?: number;
  /** TLS and users; neither, if nothing is said. */
  readonly security?: Security;
}

/** What a node of a cluster knows of the others. */
export interface Surroundings {
  leadership(): Leadership;
  members(): readonly Member[];
}

/** Starts a server on a port of its own. */
export function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  return startNode(options, (port) => ({
    leadership: () => 'self',
    members: () => [{ host: '127.0.0.1', port, state: 'leader', isAlive: true }],
  }));
}

/** Starts one node with what it knows of its surroundings. */
export async function startNode(
  options: TestServerOptions,
  surroundings: (port: number) => Surroundings,
): Promise<TestServer> {
  const { model = new ServerModel(), started = true, liveBuffer = LIVE_BUFFER, security } = options;
  const server = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE });
  const gate = await Gate.before(await bind(server, security), options.port);
  const faults = new Faults();
  const node: ServerNode = {
    ...surroundings(gate.port),
    ...{ model, faults, gate, liveBuffer },
    isAlive: () => gate.isOpen,
    mayEnter: (call) => entry(security, call),
  };
  addServices(server, node);
  if (started) await gate.open();
  return {
    ...{ port: gate.port, model, faults },
    connectionString: connectionString(gate.port, security),
    get running() {
      return gate.isOpen;
    },
    start: () => gate.open(),
    stop: () => gate.close(),
    cutConnections: () => gate.cutAll(),
    freeze: () => gate.freeze(),
    thaw: () => gate.thaw(),
    dispose: async () => {
      await gate.close();
      server.forceShutdown();
    },
  };
}

function addServices(server: Server, node: ServerNode): void {
  server.addService(streamsService.StreamsService, {
    ...{ read: read(node), append: append(node), batchAppend: batchAppend(node) },
    ...{ delete: deleteStream(node), tombstone: tombstone(node) },
  });
  server.addService(featuresService.ServerFeaturesService, { getSupportedMethods: supportedMethods(node) });
  server.addService(gossipService.GossipService, { read: gossip(node) });
}

function bind(server: Server, security: Security | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', credentialsOf(security), (error, port) =>
      error === null ? resolve(port) : reject(error),
    );
  });
}
