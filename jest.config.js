import { fileURLToPath } from 'node:url';

// Workers inherit it: what one test makes for all others of the run is named by it.
process.env.BANGIAO_TEST_RUN ??= String(process.pid);
// So do the services, command lines and threads that tests start, some hundreds: what one has compiled, all others read.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/node', import.meta.url));

/** Tests run the TypeScript sources; worker threads and started services run from dist, which `npm test` builds first. */
export default {
  globalTeardown: '<rootDir>/test/environment/remove-shared.js',
  testEnvironment: '<rootDir>/test/environment/no-leaks.js',
  // `source` leads #domain and its like to the TypeScript. createRequire(import.meta.url).resolve('#x') and
  // import.meta.resolve('#x') find the same file, here and in the compiled service.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // Tests that start several processes take that long on a machine that does something else as well.
  testTimeout: 120_000,
  // For two cores: one of three mostly waits, for a disk, a service it started or a limit of time to pass.
  maxWorkers: 3,
};
