/** Prints "N passed, N failed" from Jest's JSON; fails if a test failed, a file did not run, or nothing ran. */
import { readFileSync } from 'node:fs';

const text = readFileSync(process.argv[2], 'utf8');
const results =
  text === '' ? { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 } : JSON.parse(text);
// A file that cannot be loaded has no tests of its own to count, but it has failed.
const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
if (failed > 0 || results.numPassedTests === 0) process.exitCode = 1;
console.log(`${results.numPassedTests} passed, ${failed} failed`);
