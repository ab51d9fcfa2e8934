import { OPEN_DAY, OPEN_SEQ } from '../../storage/sentinels.js';
import type { Projection } from '../projection.js';
import { TasksWriter } from './writer.js';

/**
 * Work that waits for offices: a row holds as known on [known_from, known_to), and says on which days it waited.
 * Its due day is the one by the calendar known then. A task that was escalated has a second row, for the chairman.
 * What waits now lies together in the key of each office, in the order of the list, so that a page is one probe.
 */
export const tasksProjection: Projection = {
  name: 'tasks',
  version: 3,
  ddl: `
    CREATE TABLE tasks (
      task_id TEXT NOT NULL,
      office_id TEXT NOT NULL, -- in whose list it is
      known_to INTEGER NOT NULL,
      known_from INTEGER NOT NULL,
      own_office_id TEXT NOT NULL, -- who has to do it
      source TEXT NOT NULL, -- the concept and subject that gave it
      kind TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      since TEXT NOT NULL,
      listed_from TEXT NOT NULL, -- first day in this list
      until TEXT NOT NULL,
      due_on TEXT NOT NULL,
      due_certain INTEGER NOT NULL,
      term_days INTEGER, -- where it is due after so many working days: another calendar moves it
      term_after TEXT, -- the day after which they are counted
      term_ran TEXT, -- when they were counted before the clock stood still
      basis TEXT NOT NULL,
      PRIMARY KEY (task_id, office_id, known_to)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tasks_of_office -- holds all that decides whether and where a row is in a list
      ON tasks (office_id, known_to, until, due_on, since, task_id, known_from, listed_from, due_certain);
    CREATE INDEX tasks_of_source ON tasks (source, known_to);
    CREATE INDEX tasks_late ON tasks (due_on, task_id)
      WHERE known_to = ${OPEN_SEQ} AND until = '${OPEN_DAY}' AND due_certain = 1;
    CREATE INDEX tasks_dated ON tasks (due_on, until, known_to) WHERE due_certain = 1;
    CREATE INDEX tasks_in_working_days ON tasks (term_after) WHERE known_to = ${OPEN_SEQ} AND term_days IS NOT NULL;
    CREATE TABLE task_escalations (
      task_id TEXT PRIMARY KEY,
      seq INTEGER NOT NULL,
      to_office_id TEXT NOT NULL,
      effective_on TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE task_questions ( -- what the ledger leaves open over a subject now
      subject_id TEXT PRIMARY KEY,
      questions TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;`,
  digested: [
    {
      table: 'tasks',
      columns: `task_id, office_id, known_to, known_from, own_office_id, source, kind, subject_id, since, listed_from,
        until, due_on, due_certain, term_days, term_after, term_ran, basis`,
      orderBy: 'task_id, office_id, known_to',
    },
    { table: 'task_escalations', columns: 'task_id, seq, to_office_id, effective_on', orderBy: 'task_id' },
    { table: 'task_questions', columns: 'subject_id, questions', orderBy: 'subject_id' },
  ],
  writer: (db) => new TasksWriter(db),
};
