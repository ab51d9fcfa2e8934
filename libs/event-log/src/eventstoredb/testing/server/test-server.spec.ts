import { afterAll, beforeAll } from '@jest/globals';
import { describeServerBehaviour } from '../behaviour/server-behaviour.contract.js';
import { startTestServer, type TestServer } from './test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.dispose());

describeServerBehaviour('the server of the tests', () => server.connectionString, 10);
