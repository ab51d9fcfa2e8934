import { parseOfficeId, type Assignment, type DomainEvent, type OfficeId } from '#domain';

/** What an event can be found by: a subject, a unit, an act, the unit whose dissolution caused it, its type. */
export type LinkKind = 'subject' | 'unit' | 'act' | 'transition' | 'type';

/** A link as it is stored. */
export function linkName(kind: LinkKind, id: string): string {
  return `${kind}:${id}`;
}

/** Takes a link; the same may come twice. */
export type TakeLink = (kind: LinkKind, id: string) => void;

/** Gives everything an event is about or rests on. */
export function eachLink(event: DomainEvent, take: TakeLink): void {
  take('type', event.type);
  switch (event.type) {
    case 'import.reconciled':
      return;
    case 'unit.listed':
    case 'unit.alias-recorded':
      take('unit', event.data.unitId);
      return;
    case 'unit.established':
    case 'unit.abolished':
    case 'unit.renamed':
    case 'unit.retyped':
    case 'unit.reparented':
      take('unit', event.data.unitId);
      take('act', event.data.actId);
      return;
    case 'unit.succeeded':
      take('unit', event.data.fromId);
      take('unit', event.data.toId);
      take('act', event.data.actId);
      return;
    case 'act.registered':
      take('act', event.data.actId);
      for (const id of event.data.amends ?? []) take('act', id);
      for (const id of event.data.replaces ?? []) take('act', id);
      return;
    case 'act.ended':
    case 'act.extended':
      take('act', event.data.actId);
      takeAct(event.data.byActId, take);
      return;
    case 'duty.catalogued':
      for (const rule of event.data.rules) takeAct(rule.basisActId, take);
      return;
    case 'cluster.registered':
      take('subject', event.data.clusterId);
      for (const document of event.data.documents) take('act', document.actId);
      return;
    case 'cluster.placed':
      take('subject', event.data.clusterId);
      take('act', event.data.actId);
      return;
    case 'investor.appointed':
      take('subject', event.data.clusterId);
      take('subject', event.data.appointmentId);
      takeAct(event.data.actId, take);
      if (event.data.officeId !== undefined) takeUnitOf(event.data.officeId, take);
      return;
    case 'responsibility.assigned':
      takeAssignment(event.data, take);
      return;
    case 'responsibility.reassigned':
      takeAssignment(event.data, take);
      takeAct(event.data.actId, take);
      for (const office of event.data.releasedOfficeIds) takeUnitOf(office, take);
      if (event.data.dissolvedUnitId === undefined) return;
      take('unit', event.data.dissolvedUnitId);
      take('transition', event.data.dissolvedUnitId);
      return;
    case 'responsibility.corrected':
      takeAssignment(event.data, take);
      take('act', event.data.actId);
      return;
  }
}

function takeAssignment({ subjectId, basis, holders, candidates }: Assignment, take: TakeLink): void {
  take('subject', subjectId);
  takeAct(basis.actId, take);
  for (const holder of holders) takeUnitOf(holder.officeId, take);
  for (const candidate of candidates) takeUnitOf(candidate, take);
}

function takeAct(id: string | undefined, take: TakeLink): void {
  if (id !== undefined) take('act', id);
}

/** The unit of an office; ids of units carry their era after an @, those of enterprises do not. */
function takeUnitOf(office: OfficeId, take: TakeLink): void {
  if (!office.includes('@')) return;
  const unitId = parseOfficeId(office)?.rest;
  if (unitId !== undefined) take('unit', unitId);
}
