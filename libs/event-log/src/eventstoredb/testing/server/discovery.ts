import type { handleUnaryCall } from '@grpc/grpc-js';
import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';
import type { ClusterInfo, MemberInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { Call } from './faults.js';
import { errorOf, refusalOf, type Member, type ServerNode } from './node.js';

const VERSION = '23.10.6';
const STREAMS = 'event_store.client.streams.streams';
const FEATURES: Readonly<Record<string, readonly string[]>> = {
  read: ['position', 'events'],
  append: [],
  delete: [],
  tombstone: [],
  batchappend: ['deadline_duration'],
};

/** Serves the question that every client asks first: what the server can do. */
export function supportedMethods(node: ServerNode): handleUnaryCall<Empty, SupportedMethods> {
  return unary(node, 'features', () => {
    const methods = Object.entries(FEATURES).map(([name, features]) =>
      new featuresPb.SupportedMethod()
        .setServiceName(STREAMS)
        .setMethodName(name)
        .setFeaturesList([...features]),
    );
    return new featuresPb.SupportedMethods().setEventStoreServerVersion(VERSION).setMethodsList(methods);
  });
}

/** Serves the question which nodes there are and which one leads. */
export function gossip(node: ServerNode): handleUnaryCall<Empty, ClusterInfo> {
  return unary(node, 'gossip', () =>
    new gossipPb.ClusterInfo().setMembersList(node.members().map(memberInfo)),
  );
}

function unary<Resp>(node: ServerNode, kind: Call, give: () => Resp): handleUnaryCall<Empty, Resp> {
  return (call, answer) => {
    const refusal = refusalOf(node, kind, call);
    if (refusal === 'silence') return;
    if (refusal !== undefined) answer(errorOf(refusal));
    else answer(null, give());
  };
}

function memberInfo({ host, port, state, isAlive }: Member): MemberInfo {
  const id = `00000000-0000-4000-8000-${port.toString(16).padStart(12, '0')}`;
  return new gossipPb.MemberInfo()
    .setInstanceId(new sharedPb.UUID().setString(id))
    .setTimeStamp('0')
    .setState(vnodeState(state))
    .setIsAlive(isAlive)
    .setHttpEndPoint(new gossipPb.EndPoint().setAddress(host).setPort(port));
}

function vnodeState(state: Member['state']): MemberInfo.VNodeState {
  const { LEADER, FOLLOWER, UNKNOWN } = gossipPb.MemberInfo.VNodeState;
  switch (state) {
    case 'leader':
      return LEADER;
    case 'follower':
      return FOLLOWER;
    case 'unknown':
      return UNKNOWN;
  }
}
