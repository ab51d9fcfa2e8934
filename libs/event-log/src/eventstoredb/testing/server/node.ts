import type { PeerCertificate } from 'node:tls';
import type { Metadata, ServiceError } from '@grpc/grpc-js';
import type { ServerModel } from '../model/server-model.js';
import type { Call, Endpoint, Faults } from './faults.js';
import type { Gate } from './gate.js';
import * as status from './status.js';

/** Who leads, as a node sees it: itself, another (it may be dead), or nobody it knows of. */
export type Leadership = 'self' | Endpoint | undefined;

/** A node as gossip shows it. */
export interface Member extends Endpoint {
  readonly state: 'leader' | 'follower' | 'unknown';
  readonly isAlive: boolean;
}

/** What the services of one node share. */
export interface ServerNode {
  readonly model: ServerModel;
  readonly faults: Faults;
  readonly gate: Gate;
  /** Events of earlier appends that may wait for a live subscription before it is dropped. */
  readonly liveBuffer: number;
  /** False once the node was killed: what arrives then is not carried out. */
  isAlive(): boolean;
  leadership(): Leadership;
  members(): readonly Member[];
  /** Whether these credentials may do anything at all. */
  mayEnter(call: CallContext): 'yes' | 'unauthenticated' | 'denied';
}

/** What a service knows of a call. */
export interface CallContext {
  readonly metadata: Metadata;
  getPeer(): string;
  getAuthContext(): { readonly sslPeerCertificate?: PeerCertificate };
}

/** How a call is not served: left without an answer, or answered by an error. */
export type Refusal = 'silence' | 'not-ready' | 'deadline' | 'denied' | ServiceError;

const OPEN: ReadonlySet<Call> = new Set(['features', 'gossip']);

/** Why a node does not serve a call; undefined where it does. */
export function refusalOf(node: ServerNode, kind: Call, call: CallContext): Refusal | undefined {
  if (!node.isAlive()) return 'silence';
  return (
    struck(node.faults, kind) ??
    (OPEN.has(kind) ? undefined : (entry(node, call) ?? leaderless(node, kind, call)))
  );
}

/** The error that a refusal is outside of a stream of appends, which words some of them its own way. */
export function errorOf(refusal: Exclude<Refusal, 'silence'>): ServiceError {
  switch (refusal) {
    case 'not-ready':
      return status.notReady();
    case 'deadline':
      return status.deadlineExceeded();
    case 'denied':
      return status.accessDenied();
    default:
      return refusal;
  }
}

/** The inner end of the connection a call came through. */
export function peerPort(call: CallContext): number {
  return Number(call.getPeer().split(':').at(-1));
}

function struck(faults: Faults, kind: Call): Refusal | undefined {
  if (faults.silent.strike(kind)) return 'silence';
  if (faults.unavailable.strike(kind)) return status.unavailable();
  if (faults.reset.strike(kind)) return status.reset();
  if (faults.notReady.strike(kind)) return 'not-ready';
  if (faults.deadlineExceeded.strike(kind)) return 'deadline';
  if (faults.accessDenied.strike(kind)) return 'denied';
  const notLeader = OPEN.has(kind) ? undefined : faults.notLeader.strike(kind);
  return notLeader && status.notLeader(notLeader.leader);
}

function entry(node: ServerNode, call: CallContext): Refusal | undefined {
  switch (node.mayEnter(call)) {
    case 'yes':
      return undefined;
    case 'denied':
      return 'denied';
    case 'unauthenticated':
      return status.unauthenticated();
  }
}

/** A follower passes writes on, unless the client asked for the leader; reads it serves itself, likewise. */
function leaderless(node: ServerNode, kind: Call, call: CallContext): Refusal | undefined {
  const leader = node.leadership();
  if (leader === 'self') return undefined;
  const asked = call.metadata.get('requires-leader').includes('true');
  const isWrite = kind === 'append' || kind === 'delete';
  if (!asked && !isWrite) return undefined;
  if (leader === undefined) return 'not-ready';
  if (asked) return status.notLeader(leader);
  const alive = node.members().some((m) => m.state === 'leader' && m.isAlive);
  return alive ? undefined : 'deadline';
}
