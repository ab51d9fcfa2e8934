import { writeSync } from 'node:fs';
import type { CommandOutcome, CopyProgress } from '#application';

/** A command that was answered: from here on it must never be lost. */
export interface Acknowledged {
  readonly lane: number;
  readonly round: number;
  readonly step: number;
  readonly commandId: string;
  readonly outcome: Extract<CommandOutcome, { readonly ok: true }>;
}

/** What a child says on its standard output, one JSON object a line. */
export type Told =
  | { readonly at: 'loaded' | 'open' | 'digest' | 'switched' | 'done' }
  | { readonly at: 'replay' | CopyProgress['phase']; readonly seq: number }
  | { readonly at: 'built'; readonly resumedFrom: number; readonly digest: string }
  | { readonly at: 'acknowledged'; readonly command: Acknowledged };

const STDOUT = 1;
const FULL_PIPE_MS = 2;
const nothing = new Int32Array(new SharedArrayBuffer(4));

/**
 * Says something; when this returns it is in the pipe, and a kill cannot take it back.
 * A pipe is full while a busy machine lets nobody read it: what does not go in yet is sent again.
 */
export function tell(what: Told): void {
  let rest = Buffer.from(`${JSON.stringify(what)}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(STDOUT, rest));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(nothing, 0, 0, FULL_PIPE_MS);
    }
  }
}
