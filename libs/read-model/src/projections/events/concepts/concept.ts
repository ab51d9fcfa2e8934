import { parseOfficeId, type OfficeId } from '#domain';

/** What an event says of itself, whatever its type. */
export interface About {
  readonly effectiveFrom?: string;
  readonly actId?: string;
  readonly reason?: string;
  /** Id of the event it corrects. */
  readonly corrects?: string;
}

/** What an event can be found by: a subject, a unit, an act, the unit whose dissolution caused it, its type. */
export type LinkKind = 'subject' | 'unit' | 'act' | 'transition' | 'type';

/** Takes a link; the same may come twice. */
export type TakeLink = (kind: LinkKind, id: string) => void;

/** How the audit trail shows one type of event, and what it finds it by. */
export interface Shown<Data> {
  /** Since when it has effect, under which act, and why. */
  about(data: Data): About;
  /** Gives everything it is about or rests on. */
  links(data: Data, take: TakeLink): void;
}

/** The same for every event of a concept: the compiler asks for each type. */
export type ShownEvents<Events> = { readonly [T in keyof Events]: Shown<Events[T]> };

/** Leaves an undefined value out, as exact optional properties want it. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

export function takeAct(id: string | undefined, take: TakeLink): void {
  if (id !== undefined) take('act', id);
}

/** The unit of an office; ids of units carry their era after an @, those of enterprises do not. */
export function takeUnitOf(office: OfficeId, take: TakeLink): void {
  if (!office.includes('@')) return;
  const unitId = parseOfficeId(office)?.rest;
  if (unitId !== undefined) take('unit', unitId);
}
