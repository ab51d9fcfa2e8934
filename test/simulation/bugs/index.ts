import { ignoresRecordTime, includesTheEnd, trustsTheClocks } from './answers.js';
import {
  acknowledgesUnwritten,
  refusesWhatMayBeWritten,
  repeatsUnderNewIds,
  writesOverOthers,
} from './appends.js';
import type { Bug } from './bug.js';
import type { Variant } from '../simulate.js';
import { hasAnOrderOfItsOwn, repeatsAfterADrop, skipsAfterADrop } from './items.js';

/** A planted mistake, and what the simulation says of it. */
export interface Planted {
  readonly bug: string;
  readonly plant: () => Bug;
  /** Where it shows soon. */
  readonly on: Variant;
  readonly finding: RegExp;
}

export const PLANTED: readonly Planted[] = [
  {
    bug: 'an append acknowledged and not written',
    plant: acknowledgesUnwritten,
    on: 'clustered',
    finding: /^lost or changed: /,
  },
  {
    bug: 'a repetition under new ids',
    plant: repeatsUnderNewIds,
    on: 'embedded',
    finding: /is not number \d+ of its command|^lost or changed: /,
  },
  {
    bug: 'an append over what its caller had not seen',
    plant: writesOverOthers,
    on: 'clustered',
    finding: /^written over what its caller had not seen: |is not number \d+ of its command/,
  },
  {
    bug: 'an unknown outcome told as a refusal',
    plant: refusesWhatMayBeWritten,
    on: 'embedded',
    finding: /failed: .*Nothing was written/,
  },
  {
    bug: 'a subscription that skips an event after a drop',
    plant: skipsAfterADrop,
    on: 'clustered',
    finding: /stops following: |^the digest of replica \d |^replica \d has /,
  },
  {
    bug: 'a subscription that repeats an event after a drop',
    plant: repeatsAfterADrop,
    on: 'embedded',
    finding: /stops following: .*does not come after/,
  },
  {
    bug: 'a follower with an order of its own',
    plant: hasAnOrderOfItsOwn,
    on: 'clustered',
    finding: /^replica \d has \S+ as event \d+, and the log /,
  },
  {
    bug: 'an interval that includes its end',
    plant: includesTheEnd,
    on: 'clustered',
    finding: /^replica \d said /,
  },
  {
    bug: 'answers that ignore the record time',
    plant: ignoresRecordTime,
    on: 'clustered',
    finding: /^replica \d said /,
  },
  {
    bug: 'clocks that are trusted',
    plant: trustsTheClocks,
    on: 'embedded',
    finding: /^replica \d said \d+ and not \d+ to /,
  },
];
