import { ServerModel } from '../model/server-model.js';
import type { Leadership, Member } from '../server/node.js';
import { startNode, type TestServer } from '../server/test-server.js';

/** Some nodes over one model, of which one leads, in the hand of a test. */
export interface TestCluster {
  readonly connectionString: string;
  readonly nodes: readonly TestServer[];
  readonly model: ServerModel;
  /** The node that all take for the leader, dead or alive; undefined where they know of none. */
  readonly leader: TestServer | undefined;
  /** Kills the leader; the others go on taking it for the leader until `forgetLeader` or `elect`. */
  killLeader(): Promise<TestServer>;
  /** There is no quorum: writes find the cluster not ready, reads go on. */
  forgetLeader(): void;
  /** Makes a node the leader, or the first that is alive and did not lead. */
  elect(node?: TestServer): TestServer;
  dispose(): Promise<void>;
}

/**
 * Starts a cluster. A follower passes writes on to a living leader; asked for the leader (`requiresLeader`),
 * it names the one it believes in. Gossip tells what the nodes believe and who is alive.
 */
export async function startTestCluster(count = 3): Promise<TestCluster> {
  const model = new ServerModel();
  const nodes: TestServer[] = [];
  let leader: TestServer | undefined;
  const members = () => nodes.map((node) => member(node, leader));
  for (let i = 0; i < count; i += 1) {
    const surroundings = (port: number) => ({ leadership: () => leadership(port, leader), members });
    nodes.push(await startNode({ model }, surroundings));
  }
  leader = nodes[0];
  const elect = (node?: TestServer): TestServer => {
    const elected = node ?? nodes.find((other) => other.running && other !== leader);
    if (elected === undefined) throw new Error('No node is left that could lead.');
    leader = elected;
    return elected;
  };
  return {
    ...{ nodes, model, elect },
    connectionString: `esdb://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}?tls=false&nodePreference=leader`,
    get leader() {
      return leader;
    },
    killLeader: async () => {
      if (leader === undefined) throw new Error('No node leads.');
      await leader.stop();
      return leader;
    },
    forgetLeader: () => (leader = undefined),
    dispose: async () => {
      for (const node of nodes) await node.dispose();
    },
  };
}

function leadership(port: number, leader: TestServer | undefined): Leadership {
  if (leader === undefined) return undefined;
  return leader.port === port ? 'self' : { host: '127.0.0.1', port: leader.port };
}

function member(node: TestServer, leader: TestServer | undefined): Member {
  const state = leader === undefined ? 'unknown' : node === leader ? 'leader' : 'follower';
  return { host: '127.0.0.1', port: node.port, state, isAlive: node.running };
}
