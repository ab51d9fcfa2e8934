import { foldName } from '#domain';

/** Pattern that finds a name anywhere in a folded column; the reader's own % and _ stand for themselves. */
export function containsFolded(name: string): string {
  return `%${foldName(name).replace(/[\\%_]/g, '\\$&')}%`;
}
