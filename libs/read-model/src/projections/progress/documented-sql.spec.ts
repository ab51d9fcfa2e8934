import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#domain';
import { day, LogBuilder } from '../../testing/events.js';
import { act, assigned, cluster, duty, placement } from '../../testing/facts.js';
import { newFile, projectAll } from '../../testing/files.js';

/** The sum of changes of the page for dashboards, as it is there. */
const CHANGES = [
  ...readFileSync('docs/how-to/feed-a-dashboard.md', 'utf8').matchAll(/```sql\n(.*?)```/gs),
].at(1)?.[1];

const ENDED: DomainEvent = {
  type: 'act.ended',
  data: { actId: 'nd-32', manner: 'ANNULLED', endsOn: day('2025-08-01'), reason: 'test' },
};

describe('the sum of changes', () => {
  const log = new LogBuilder();
  const known = (on: string) => `${on}T03:00:00.000Z`;
  log.add('act-nd-32', act('nd-32', { inForceFrom: day('2025-01-01') }), known('2025-07-01'));
  log.add('duty-d1', duty('d1'), known('2025-07-01'));
  log.add('cluster-c1', cluster('c1', 'C1', [placement(['1@origin'])]), known('2025-07-01'));
  log.add('cluster-c1', assigned({ subjectId: 'c1' }), known('2025-07-01'));
  log.add('act-nd-32', ENDED, known('2025-09-10'));
  const file = newFile();
  projectAll(file, log.events);

  /** How many are held on 2025-08-15, as known at the end of a day. */
  function heldAsKnownOn(recordedDay: string): number {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      const sql = CHANGES?.replaceAll('2027-03-05', '2025-08-15').replaceAll('2999-12-31', recordedDay) ?? '';
      const rows = db.prepare(sql).all() as { status: string; count: number }[];
      return rows.find(({ status }) => status === 'HELD')?.count ?? 0;
    } finally {
      db.close();
    }
  }

  it.each([
    ['2025-09-09', 1],
    ['2025-09-10', 0],
    ['2999-12-31', 0],
  ])('knows at the end of %s only the ends of acts recorded until then', (recordedDay, held) => {
    expect(heldAsKnownOn(recordedDay)).toBe(held);
  });
});
