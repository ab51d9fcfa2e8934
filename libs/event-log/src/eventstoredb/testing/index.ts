export { ServerModel, type ModelOptions } from './model/server-model.js';
export type { AppendOutcome, Expected, ProposedEvent, StoredEvent } from './model/event.js';
export { Faults, type Arming, type Call, type Endpoint, type Fault } from './server/faults.js';
export { freePort } from './server/gate.js';
export { startTestServer, type TestServer, type TestServerOptions } from './server/test-server.js';
