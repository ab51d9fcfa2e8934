import { officesIn, parseOfficeId, type DomainEvent, type OfficeId } from '#domain';

/** What an event can be found by: a subject, a unit, an act, or the unit whose dissolution caused it. */
export const linkTo = {
  subject: (id: string) => `s:${id}`,
  unit: (id: string) => `u:${id}`,
  act: (id: string) => `a:${id}`,
  transition: (unitId: string) => `t:${unitId}`,
} as const;

/** Everything an event is about or rests on, each once. */
export function linksOf(event: DomainEvent): readonly string[] {
  return [...new Set(allLinks(event))];
}

function allLinks(event: DomainEvent): readonly string[] {
  switch (event.type) {
    case 'unit.listed':
    case 'unit.alias-recorded':
      return [linkTo.unit(event.data.unitId)];
    case 'unit.established':
    case 'unit.abolished':
    case 'unit.renamed':
    case 'unit.retyped':
    case 'unit.reparented':
      return [linkTo.unit(event.data.unitId), linkTo.act(event.data.actId)];
    case 'unit.succeeded':
      return [linkTo.unit(event.data.fromId), linkTo.unit(event.data.toId), linkTo.act(event.data.actId)];
    case 'import.reconciled':
      return [];
    case 'act.registered':
      return acts(event.data.actId, ...(event.data.amends ?? []), ...(event.data.replaces ?? []));
    case 'act.ended':
    case 'act.extended':
      return acts(event.data.actId, event.data.byActId);
    case 'duty.catalogued':
      return acts(...event.data.rules.map((rule) => rule.basisActId));
    case 'cluster.registered':
      return [linkTo.subject(event.data.clusterId), ...acts(...event.data.documents.map((d) => d.actId))];
    case 'cluster.placed':
      return [linkTo.subject(event.data.clusterId), linkTo.act(event.data.actId)];
    case 'investor.appointed':
      return [
        linkTo.subject(event.data.clusterId),
        linkTo.subject(event.data.appointmentId),
        ...acts(event.data.actId),
        ...unitsOf(event.data.officeId === undefined ? [] : [event.data.officeId]),
      ];
    case 'responsibility.assigned':
      return [
        linkTo.subject(event.data.subjectId),
        ...acts(event.data.basis.actId),
        ...unitsOf(officesIn(event.data)),
      ];
    case 'responsibility.reassigned':
      return [
        linkTo.subject(event.data.subjectId),
        ...acts(event.data.basis.actId, event.data.actId),
        ...unitsOf([...officesIn(event.data), ...event.data.releasedOfficeIds]),
        ...(event.data.dissolvedUnitId === undefined
          ? []
          : [linkTo.unit(event.data.dissolvedUnitId), linkTo.transition(event.data.dissolvedUnitId)]),
      ];
    case 'responsibility.corrected':
      return [
        linkTo.subject(event.data.subjectId),
        ...acts(event.data.basis.actId, event.data.actId),
        ...unitsOf(officesIn(event.data)),
      ];
  }
}

function acts(...ids: readonly (string | undefined)[]): readonly string[] {
  return ids.flatMap((id) => (id === undefined ? [] : [linkTo.act(id)]));
}

/** Units of offices; ids of units carry their era after an @, those of enterprises do not. */
function unitsOf(offices: readonly OfficeId[]): readonly string[] {
  return offices.flatMap((office) => {
    const rest = parseOfficeId(office)?.rest;
    return rest?.includes('@') === true ? [linkTo.unit(rest)] : [];
  });
}
