import { buildSchema } from 'graphql';

/** What the baselines serve: the same ten rows, made beforehand, by the least schema that can say them. */
export const BASELINE_SDL = `
  type Cluster { id: ID! name: String! status: String! areaHa: String revision: Int! }
  type ClusterEdge { cursor: String! node: Cluster! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type ClusterConnection { edges: [ClusterEdge!]! pageInfo: PageInfo! }
  type Query { clusters(first: Int): ClusterConnection! }
`;
export const baselineSchema = () => buildSchema(BASELINE_SDL);

/** The query of the HTTP benchmark. */
export const TEN_CLUSTERS =
  '{ clusters(first: 10) { edges { cursor node { id name status areaHa revision } } pageInfo { hasNextPage endCursor } } }';

/** The answer that the service gave, handed to the baselines so that they return the same bytes. */
export function tenClusters(): unknown {
  return (JSON.parse(process.env['BENCH_ANSWER'] ?? '{}') as { data: { clusters: unknown } }).data.clusters;
}
