/**
 * Version 2 of `investor.appointed` may name a phase and the members of a joint venture.
 * Version 1 could say neither, so that what it says is the same in version 2.
 */
export function appointedFromVersion1(data: unknown): unknown {
  if (typeof data === 'object' && data !== null && !('phaseId' in data) && !('members' in data)) return data;
  throw new TypeError('Version 1 names neither a phase nor members.');
}
