import { BanGiaoError } from '#domain';

/** @throws BanGiaoError `SNAPSHOT_INTERRUPTED` where the signal says so. */
export function requireGoingOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new BanGiaoError(
    'SNAPSHOT_INTERRUPTED',
    'This was stopped before it was complete; nothing was changed.',
    {
      remedy: 'Run it again.',
    },
  );
}
