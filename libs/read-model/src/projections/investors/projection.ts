import { OPEN_SEQ } from '../../storage/sentinels.js';
import { requireText } from '../checks.js';
import { NOTHING_HELD_BACK, type Projection } from '../projection.js';

/** Appointments of infrastructure investors as known at any time. */
export const investorsProjection: Projection = {
  name: 'investors',
  version: 1,
  ddl: `
    CREATE TABLE investor_appointments (
      cluster_id TEXT NOT NULL,
      appointment_id TEXT NOT NULL,
      known_to INTEGER NOT NULL,
      known_from INTEGER NOT NULL,
      valid_from TEXT NOT NULL,
      appointment TEXT NOT NULL,
      PRIMARY KEY (cluster_id, appointment_id, known_to)
    ) STRICT, WITHOUT ROWID;`,
  digested: [
    {
      table: 'investor_appointments',
      columns: 'cluster_id, appointment_id, known_to, known_from, valid_from, appointment',
      orderBy: 'cluster_id, appointment_id, known_to',
    },
  ],
  writer: (db) => ({
    ...NOTHING_HELD_BACK,
    apply(event, seq) {
      if (event.type !== 'investor.appointed') return;
      const { clusterId, appointmentId, from } = event.data;
      requireText('clusterId', clusterId);
      requireText('appointmentId', appointmentId);
      db.run(
        `UPDATE investor_appointments SET known_to = ?
         WHERE cluster_id = ? AND appointment_id = ? AND known_to = ${OPEN_SEQ}`,
        seq,
        clusterId,
        appointmentId,
      );
      db.run(
        `INSERT INTO investor_appointments (cluster_id, appointment_id, known_to, known_from, valid_from, appointment)
         VALUES (?, ?, ${OPEN_SEQ}, ?, ?, ?)`,
        clusterId,
        appointmentId,
        seq,
        from ?? '',
        JSON.stringify(event.data),
      );
    },
  }),
};
