import type { DomainEvent } from '../events/catalogue.js';
import type { Lineage } from './lineage.js';
import type { UnitId } from './unit.js';

/** Places of the successions by which a unit would come out of itself, also through recorded ones. */
export function cyclicSuccessions(changes: readonly DomainEvent[], lineage: Lineage): ReadonlySet<number> {
  const added = changes.flatMap(({ type, data }, index) =>
    type === 'unit.succeeded' ? [{ index, ...data }] : [],
  );
  const next = new Map<UnitId, UnitId[]>();
  for (const { fromId, toId } of added) {
    const known = next.get(fromId);
    if (known === undefined) next.set(fromId, [toId]);
    else known.push(toId);
  }
  const groups = strongGroups(next.keys(), (id) => [
    ...(next.get(id) ?? []),
    ...lineage.successionsFrom(id).map((s) => s.toId),
  ]);
  const cyclic = added.filter(
    ({ fromId, toId }) => fromId === toId || groups.get(fromId) === groups.get(toId),
  );
  return new Set(cyclic.map(({ index }) => index));
}

/** What the search keeps of a node. */
interface Visit {
  readonly index: number;
  low: number;
  onStack: boolean;
}

interface Frame {
  readonly node: string;
  readonly next: Iterator<string>;
}

/**
 * The nodes in groups that reach each other, each node with the number of its group (Tarjan's algorithm).
 * Without recursion, because a succession may be as long as a file; in time linear in nodes and edges.
 */
function strongGroups(
  starts: Iterable<string>,
  nextOf: (node: string) => Iterable<string>,
): ReadonlyMap<string, number> {
  const visits = new Map<string, Visit>();
  const groups = new Map<string, number>();
  const stack: string[] = [];
  const enter = (node: string): Frame => {
    visits.set(node, { index: visits.size, low: visits.size, onStack: true });
    stack.push(node);
    return { node, next: nextOf(node)[Symbol.iterator]() };
  };
  for (const start of starts) {
    if (!visits.has(start)) search(enter(start), enter, visits, stack, groups);
  }
  return groups;
}

function search(
  first: Frame,
  enter: (node: string) => Frame,
  visits: ReadonlyMap<string, Visit>,
  stack: string[],
  groups: Map<string, number>,
): void {
  const path = [first];
  for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
    const step = frame.next.next();
    if (step.done === true) {
      path.pop();
      leave(frame.node, path.at(-1)?.node, visits, stack, groups);
      continue;
    }
    const seen = visits.get(step.value);
    if (seen === undefined) path.push(enter(step.value));
    else if (seen.onStack) lower(visits.get(frame.node), seen.index);
  }
}

function leave(
  node: string,
  parent: string | undefined,
  visits: ReadonlyMap<string, Visit>,
  stack: string[],
  groups: Map<string, number>,
): void {
  const visit = visits.get(node);
  if (visit === undefined) return;
  if (parent !== undefined) lower(visits.get(parent), visit.low);
  if (visit.low !== visit.index) return;
  for (;;) {
    const member = stack.pop();
    if (member === undefined) return;
    groups.set(member, visit.index);
    const left = visits.get(member);
    if (left !== undefined) left.onStack = false;
    if (member === node) return;
  }
}

function lower(visit: Visit | undefined, to: number): void {
  if (visit !== undefined && to < visit.low) visit.low = to;
}
