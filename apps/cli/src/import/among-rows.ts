import type { CommandPorts, RegisterView } from '#application';
import type { Decision, DomainEvent, Refusal } from '#domain';
import type { Place } from './problems.js';

/** How rows of one kind are decided on. */
export interface RowDecisions<Row extends object> {
  /** The decision as if nothing were registered under its id yet. */
  decide(row: Row, register: RegisterView, ports: CommandPorts): Decision<DomainEvent>;
  /** The register with rows of the same file in it, where rows bear on each other; a row is decided on after those before it. */
  readonly knowing?: (rows: readonly Row[], register: RegisterView) => RegisterView;
}

/** What a row is decided on with. */
export interface Deciding {
  readonly register: RegisterView;
  readonly ports: CommandPorts;
}

/** Decides on a row as if the rows of the file before it were recorded, where rows of its kind bear on each other. */
export function decideAmong<Row extends object>(
  kind: RowDecisions<Row>,
  row: Row,
  before: readonly Row[],
  { register, ports }: Deciding,
): Decision<DomainEvent> {
  return kind.decide(row, kind.knowing?.(before, register) ?? register, ports);
}

/** The refusal with the line of the first row that is by itself the reason; as it is where the file is not the reason. */
export function namingOther<Row extends object>(
  kind: RowDecisions<Row>,
  row: Row,
  before: readonly (Row & { readonly place: Place })[],
  on: Deciding,
  refusal: Refusal,
): Refusal {
  const isRefused = (rows: readonly Row[]): boolean => {
    const decision = decideAmong(kind, row, rows, on);
    return !decision.ok && decision.refusal.code === refusal.code;
  };
  if (kind.knowing === undefined || isRefused([])) return refusal;
  const other = before.find((one) => isRefused([one]));
  if (other === undefined) return refusal;
  return { ...refusal, message: `It contradicts line ${other.place.line}: ${refusal.message}` };
}
