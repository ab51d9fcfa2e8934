import type { LinkKind } from './concepts/index.js';

/** A link as it is stored. */
export function linkName(kind: LinkKind, id: string): string {
  return `${kind}:${id}`;
}
