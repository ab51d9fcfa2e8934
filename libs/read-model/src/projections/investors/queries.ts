import type { InvestorAppointment } from '#domain';
import type { Database } from '../../storage/database.js';

/** Appointments over a cluster as known, by start; of two with one start the one recorded later comes last. */
export function investorsOf(
  db: Database,
  clusterId: string,
  knownSeq: number,
): readonly InvestorAppointment[] {
  return db
    .all<{ appointment: string }>(
      `SELECT appointment FROM investor_appointments WHERE cluster_id = ? AND known_from <= ? AND known_to > ?
       ORDER BY valid_from, known_from`,
      clusterId,
      knownSeq,
      knownSeq,
    )
    .map((row) => JSON.parse(row.appointment) as InvestorAppointment);
}
