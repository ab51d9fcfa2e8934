import type { Assignment } from '#domain';
import { requireInterval, requireText } from '../checks.js';
import type { Projection } from '../projection.js';
import { Rectangles } from './rectangles.js';
import { Tallies } from './tallies.js';
import { SaidOfSubjects } from './said-of-subjects.js';

/**
 * Who is responsible, as rectangles: a row holds on [valid_from, valid_to) as known on [known_from, known_to).
 * The rest of what a row says is in its event. Rows that are known now come together in the key, so today's question is one probe.
 */
export const assignmentsProjection: Projection = {
  name: 'assignments',
  version: 3,
  ddl: `
    CREATE TABLE assignments (
      subject_id TEXT NOT NULL,
      duty_id TEXT NOT NULL,
      known_to INTEGER NOT NULL,
      valid_from TEXT NOT NULL,
      valid_to TEXT NOT NULL,
      known_from INTEGER NOT NULL,
      event_seq INTEGER NOT NULL,
      status TEXT NOT NULL,
      act_id TEXT,
      PRIMARY KEY (subject_id, duty_id, known_to, valid_from)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE assigned_subjects ( -- what a subject's assignments ever said: offices that held it, statuses, who reports or may have to
      said TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      PRIMARY KEY (said, subject_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE first_places ( -- district or province that a subject was first recorded in
      subject_id TEXT PRIMARY KEY,
      place TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tallies ( -- how many assignments begin to hold (or end, below zero) on a day, as recorded on a day
      recorded_day TEXT NOT NULL,
      place TEXT NOT NULL,
      duty_group TEXT NOT NULL,
      status TEXT NOT NULL, -- ASSIGNED counts each duty ever assigned over a subject
      act_id TEXT NOT NULL,
      valid_day TEXT NOT NULL,
      delta INTEGER NOT NULL,
      PRIMARY KEY (recorded_day, place, duty_group, status, act_id, valid_day)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tallies_of_nothing ON tallies (delta) WHERE delta = 0;`,
  digested: [
    {
      table: 'assignments',
      columns: 'subject_id, duty_id, known_to, valid_from, valid_to, known_from, event_seq, status, act_id',
      orderBy: 'subject_id, duty_id, known_to, valid_from',
    },
    { table: 'assigned_subjects', columns: 'said, subject_id', orderBy: 'said, subject_id' },
    { table: 'first_places', columns: 'subject_id, place', orderBy: 'subject_id' },
    {
      table: 'tallies',
      columns: 'recorded_day, place, duty_group, status, act_id, valid_day, delta',
      orderBy: 'recorded_day, place, duty_group, status, act_id, valid_day',
    },
  ],
  writer: (db) => {
    const tallies = new Tallies(db);
    const rectangles = new Rectangles(db, tallies);
    const said = new SaidOfSubjects(db);
    return {
      apply(event, seq) {
        tallies.at(event.metadata.recordedAt);
        switch (event.type) {
          case 'responsibility.assigned':
          case 'responsibility.reassigned':
          case 'responsibility.corrected':
            check(event.data);
            rectangles.paint(event.data, seq);
            said.add(event.data);
            return;
          default:
            return;
        }
      },
      flush() {
        rectangles.flush();
        tallies.flush();
        said.flush();
      },
      clear() {
        rectangles.clear();
        tallies.clear();
        said.clear();
      },
    };
  },
};

function check(assignment: Assignment): void {
  requireText('subjectId', assignment.subjectId);
  requireText('dutyId', assignment.dutyId);
  requireText('explanation', assignment.explanation);
  requireInterval(assignment);
}
