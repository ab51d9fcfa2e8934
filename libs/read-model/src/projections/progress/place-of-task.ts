/** The place that a task is counted in: that of its subject, or the unit of the office that has to do it. */
export const PLACE_OF_TASK = `coalesce(nullif(f.place, ''), substr(t.own_office_id, instr(t.own_office_id, ':') + 1))`;
