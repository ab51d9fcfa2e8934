import { describe, expect, it } from '@jest/globals';
import type { EventLog } from '../ports/event-log.js';
import { inTurn } from './turns.js';

const log = (): EventLog => ({}) as EventLog;

/** Work that says when it begins and ends where it is told to. */
function tracked(trace: string[], name: string) {
  let end: (failure?: Error) => void = () => undefined;
  const work = () => {
    trace.push(`${name} begins`);
    return new Promise<string>((resolve, reject) => {
      end = (failure) => {
        trace.push(`${name} ends`);
        if (failure === undefined) resolve(name);
        else reject(failure);
      };
    });
  };
  return { work, end: (failure?: Error) => end(failure) };
}

describe('work on one id', () => {
  it('waits for what began before, also where that fails, and then goes on', async () => {
    const trace: string[] = [];
    const [first, second] = [tracked(trace, 'first'), tracked(trace, 'second')];
    const ledger = log();
    const failed = inTurn(ledger, 'a', first.work);
    const done = inTurn(ledger, 'a', second.work);
    expect(trace).toEqual(['first begins']);
    first.end(new Error('conflict'));
    await expect(failed).rejects.toThrow('conflict');
    await new Promise(setImmediate);
    second.end();
    expect(await done).toBe('second');
    expect(trace).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('waits for nothing on another id or in another log', () => {
    const trace: string[] = [];
    const ledger = log();
    void inTurn(ledger, 'a', tracked(trace, 'a').work);
    void inTurn(ledger, 'b', tracked(trace, 'b').work);
    void inTurn(log(), 'a', tracked(trace, 'elsewhere').work);
    expect(trace).toEqual(['a begins', 'b begins', 'elsewhere begins']);
  });
});
