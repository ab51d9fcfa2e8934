import { mayPass, StoreFailure, toLogError, type FailureKind } from './errors.js';
import { Backoff, within, type Allowance, type Limits } from './limits.js';

/** How a call is repeated. */
export interface Persistence {
  readonly time: Allowance;
  readonly limits: Limits;
  /** A failure of this kind is thrown as it is, at once. */
  readonly untranslated?: FailureKind;
}

/**
 * Repeats a call that changes nothing until it is answered or its time is over.
 * @throws BanGiaoError what the last failure means for the caller.
 */
export async function persist<T>(
  { time, limits, untranslated }: Persistence,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const backoff = new Backoff(limits);
  for (;;) {
    try {
      return await within(Math.min(limits.attempt, time.left), call);
    } catch (failure) {
      if (!(failure instanceof StoreFailure) || failure.kind === untranslated) throw failure;
      if (!mayPass(failure) || time.left === 0) throw toLogError(failure);
      await backoff.wait();
    }
  }
}
