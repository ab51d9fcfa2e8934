export { startTestCluster, type TestCluster } from './cluster/test-cluster.js';
export type { AppendOutcome, Expected, ProposedEvent, StoredEvent } from './model/event.js';
export { ServerModel, type ModelOptions } from './model/server-model.js';
export { Faults, type Arming, type Call, type Endpoint, type Fault } from './server/faults.js';
export { freePort } from './server/gate.js';
export type { Security } from './server/security.js';
export { startTestServer, type TestServer, type TestServerOptions } from './server/test-server.js';
export { newAuthorityInFiles, type AuthorityInFiles } from './tls/files.js';
