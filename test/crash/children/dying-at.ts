import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Ends this process with SIGKILL at one of the operations that switch files and remove them: an even number is the
 * moment before the operation of half that number, an odd one the moment after it. Between them no random kill would
 * ever land.
 */
export function dyingAt(moment: number): void {
  let next = 0;
  const reach = () => {
    if (next === moment) process.kill(process.pid, 'SIGKILL');
    next += 1;
  };
  const around = <A extends readonly unknown[], R>(operation: (...args: A) => R) => {
    return (...args: A): R => {
      reach();
      const result = operation(...args);
      reach();
      return result;
    };
  };
  fs.writeFileSync = around(fs.writeFileSync);
  fs.renameSync = around(fs.renameSync);
  fs.rmSync = around(fs.rmSync);
  syncBuiltinESMExports();
}
