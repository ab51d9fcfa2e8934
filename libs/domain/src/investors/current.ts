import type { LocalDate } from '../time/local-date.js';
import type { InvestorAppointment, KnownAppointment } from './investor.js';

/** True where two appointments are for the same phase; one for the whole cluster is for each of its phases. */
export function sharePhase(
  a: Pick<InvestorAppointment, 'phaseId'>,
  b: Pick<InvestorAppointment, 'phaseId'>,
): boolean {
  return a.phaseId === undefined || b.phaseId === undefined || a.phaseId === b.phaseId;
}

/**
 * What was last said of a cluster's investor for each of its phases on a day, by start: the last that has begun,
 * if no decision ended it. Where the source names nobody (`NONE`, `UNKNOWN`) that is what was said.
 */
export function appointmentsOn(
  appointments: readonly KnownAppointment[],
  day: LocalDate,
): readonly KnownAppointment[] {
  return appointments
    .filter((a) => a.from === undefined || a.from <= day)
    .reduce<readonly KnownAppointment[]>(
      (last, next) => [...last.filter((a) => !sharePhase(a, next)), next],
      [],
    )
    .filter((a) => a.endedOn === undefined || day < a.endedOn);
}

/** Whether somebody is named: `NONE` and `UNKNOWN` are statements about an appointment, not one. */
export function namesSomebody({ kind }: Pick<InvestorAppointment, 'kind'>): boolean {
  return kind !== 'NONE' && kind !== 'UNKNOWN';
}

/**
 * First day on which an appointment is no longer current: a decision ended it, or another began for its phase.
 * Undefined while neither is known.
 */
export function leftOn(
  appointment: KnownAppointment,
  appointments: readonly KnownAppointment[],
): LocalDate | undefined {
  if (appointment.endedOn !== undefined) return appointment.endedOn;
  const at = appointments.findIndex((a) => a.appointmentId === appointment.appointmentId);
  return appointments.slice(at + 1).find((next) => sharePhase(appointment, next))?.from;
}
