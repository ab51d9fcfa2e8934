import { OPEN_DAY, OPEN_SEQ, UNKNOWN_DAY } from '../../storage/sentinels.js';
import { HANDOVER_STATES } from '#domain';
import { PLACE_OF_TASK } from './place-of-task.js';
import { NOTHING_HELD_BACK, type Projection } from '../projection.js';
import { ASSIGNED } from '../assignments/tallies.js';

/** A column that counts one status. */
const count = (status: string, name: string): string =>
  `sum(CASE WHEN t.status = '${status}' AND NOT lapsed THEN n ELSE 0 END) AS ${name}`;

/**
 * Views for tools that read SQL; they open the file read-only.
 * `bi_responsibilities`, `bi_acts`, `bi_handovers` and `bi_tasks` have both clocks as columns, `bi_progress_changes` sums
 * up to any day of both, `bi_progress` answers for today and everything known.
 */
export const viewsProjection: Projection = {
  name: 'views',
  version: 2,
  ddl: `
    CREATE VIEW bi_events AS -- known_at never falls, so that the last event until an instant is what was known then
      SELECT seq, coalesce(known_at, recorded_at) AS known_at, type, stream FROM events;

    CREATE VIEW bi_acts AS
      SELECT act_id, state ->> '$.view.number' AS number, state ->> '$.view.issuer' AS issuer,
        nullif(in_force_from, '${UNKNOWN_DAY}') AS in_force_from, nullif(ends_on, '${OPEN_DAY}') AS ends_on,
        known_from AS known_from_seq, nullif(known_to, ${OPEN_SEQ}) AS known_to_seq
      FROM act_versions;

    CREATE VIEW bi_responsibilities AS
      SELECT a.subject_id, c.cluster ->> '$.name' AS subject_name,
        a.duty_id, d.duty ->> '$.name' AS duty_name, d.duty ->> '$.group' AS duty_group,
        a.status, e.data -> '$.holders' AS holders, a.act_id,
        a.valid_from, nullif(a.valid_to, '${OPEN_DAY}') AS valid_to,
        a.known_from AS known_from_seq, nullif(a.known_to, ${OPEN_SEQ}) AS known_to_seq,
        e.event_id, e.recorded_at
      FROM assignments a
        JOIN events e ON e.seq = a.event_seq
        LEFT JOIN cluster_versions c ON c.cluster_id = a.subject_id AND c.known_to = ${OPEN_SEQ}
        LEFT JOIN duty_versions d ON d.duty_id = a.duty_id AND d.known_to = ${OPEN_SEQ};

    CREATE VIEW bi_progress_changes AS
      SELECT recorded_day, valid_day, nullif(place, '') AS place_id, duty_group,
        status, nullif(act_id, '') AS act_id, delta
      FROM tallies;

    CREATE VIEW bi_handovers AS
      SELECT handover_id, place AS place_id, state, valid_from, nullif(valid_to, '${OPEN_DAY}') AS valid_to,
        known_from AS known_from_seq, nullif(known_to, ${OPEN_SEQ}) AS known_to_seq
      FROM handover_states;

    CREATE VIEW bi_tasks AS -- once each, with who has to do it
      SELECT t.task_id, t.kind, t.subject_id, t.own_office_id AS office_id, ${PLACE_OF_TASK} AS place_id,
        t.listed_from AS waits_from, nullif(t.until, '${OPEN_DAY}') AS waits_to,
        CASE WHEN t.due_certain THEN t.due_on END AS due_on,
        t.known_from AS known_from_seq, nullif(t.known_to, ${OPEN_SEQ}) AS known_to_seq
      FROM tasks t LEFT JOIN first_places f ON f.subject_id = t.subject_id WHERE t.office_id = t.own_office_id;

    CREATE VIEW bi_work AS -- handovers by state and late tasks, for today and everything known
      WITH now(day) AS (SELECT date('now', '+7 hours'))
      SELECT place, state AS what, count(*) AS n FROM handover_states, now
      WHERE known_to = ${OPEN_SEQ} AND valid_from <= day AND valid_to > day GROUP BY place, state
      UNION ALL
      SELECT ${PLACE_OF_TASK}, 'OVERDUE', count(*) FROM now, tasks t LEFT JOIN first_places f ON f.subject_id = t.subject_id
      WHERE t.due_certain = 1 AND t.due_on < day AND t.until > day AND t.listed_from <= day
        AND t.known_to = ${OPEN_SEQ} AND t.office_id = t.own_office_id GROUP BY 1;

    CREATE VIEW bi_places AS -- the province of today in which a place lies, where that is one
      WITH RECURSIVE
        now(day) AS (SELECT date('now', '+7 hours')),
        last AS (
          SELECT unit_id, level, parent_id, ended FROM unit_versions v WHERE known_to = ${OPEN_SEQ}
            AND valid_from = (SELECT max(valid_from) FROM unit_versions w WHERE w.unit_id = v.unit_id AND w.known_to = ${OPEN_SEQ})),
        up(place, unit_id) AS (
          SELECT place, place FROM first_places UNION SELECT place, place FROM bi_work
          UNION SELECT up.place, l.parent_id FROM up JOIN last l USING (unit_id) WHERE l.level > 0
          UNION SELECT up.place, s.to_id FROM up JOIN last l USING (unit_id), now
            JOIN successions s ON s.from_id = up.unit_id AND s.known_to = ${OPEN_SEQ}
            WHERE l.level = 0 AND l.ended <= day)
      SELECT place AS place_id, min(unit_id) AS province_id FROM up JOIN last l USING (unit_id), now
      WHERE l.level = 0 AND l.ended > day GROUP BY place HAVING count(DISTINCT unit_id) = 1;

    CREATE VIEW bi_progress AS
      WITH now(day) AS (SELECT date('now', '+7 hours')),
        counts AS (
          SELECT t.place, t.duty_group, t.status,
            EXISTS (SELECT 1 FROM act_versions v WHERE v.act_id = t.act_id AND v.known_to = ${OPEN_SEQ}
              AND (v.in_force_from > day OR v.ends_on <= day)) AS lapsed, sum(t.delta) AS n
          FROM tallies t, now WHERE t.valid_day <= day GROUP BY t.place, t.duty_group, t.status, t.act_id
          UNION ALL SELECT place, NULL, 'work ' || what, 0, n FROM bi_work)
      SELECT p.province_id, pn.version ->> '$.name' AS province_name,
        dn.unit_id AS district_id, dn.version ->> '$.name' AS district_name, t.duty_group,
        sum(CASE WHEN t.status = '${ASSIGNED}' THEN n ELSE 0 END) AS assigned,
        ${count('HELD', 'held')},
        ${count('JOINT', 'joint')},
        ${count('UNDETERMINED', 'undetermined')},
        ${count('VACANT', 'vacant')},
        ${count('DISPUTED', 'disputed')},
        ${count('CONTINUING_PENDING_REARRANGEMENT', 'continuing_pending_rearrangement')},
        sum(CASE WHEN t.status = '${ASSIGNED}' THEN n WHEN NOT lapsed AND t.duty_group IS NOT NULL THEN -n ELSE 0 END) AS no_basis,
        ${HANDOVER_STATES.map((state) => count(`work ${state}`, `handovers_${state.toLowerCase()}`)).join(', ')},
        ${count('work OVERDUE', 'overdue')},
        day AS valid_at, (SELECT seq FROM checkpoint) AS known_seq
      FROM counts t JOIN now LEFT JOIN bi_places p ON p.place_id = t.place
        LEFT JOIN unit_versions pn ON pn.unit_id = p.province_id AND pn.known_to = ${OPEN_SEQ}
          AND pn.valid_from <= day AND pn.valid_to > day
        LEFT JOIN unit_versions dn ON dn.unit_id = t.place AND dn.level = 1 AND dn.known_to = ${OPEN_SEQ}
          AND dn.valid_from = (SELECT max(valid_from) FROM unit_versions w WHERE w.unit_id = t.place AND w.known_to = ${OPEN_SEQ})
      GROUP BY p.province_id, dn.unit_id, t.duty_group;`,
  digested: [],
  writer: () => ({ ...NOTHING_HELD_BACK, apply: () => undefined }),
};
