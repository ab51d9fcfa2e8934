import { describe, expect, it } from '@jest/globals';
import { lateFrom } from '#domain';
import { Seeded } from '../random/seeded.js';
import { chairmanOf } from './country.js';
import { World, type CleanLook } from './world.js';

/** How many histories; `WORKFLOW_CASES=10000` takes a quarter of an hour and more. */
const CASES = Number(process.env['WORKFLOW_CASES'] ?? 120);
const SEED = Number(process.env['WORKFLOW_SEED'] ?? 20_250_701);
/** Histories that follow each other in one country, so that its decree is still in force at the end. */
const IN_ONE_WORLD = 18;
const CRASHING = 0.3;

/** A few matters over some weeks: worked on, late, closed, with looks for late ones that die now and then. */
async function play(
  world: World,
  name: string,
): Promise<{ ids: readonly string[]; looks: readonly CleanLook[] }> {
  const { random } = world;
  const works = [await world.record(`${name}-0`)];
  const looks: CleanLook[] = [];
  for (let days = random.between(8, 24); days > 0; days -= 1) {
    if (random.chance(0.2) && works.length < 5) works.push(await world.record(`${name}-${works.length}`));
    if (random.chance(0.05)) await world.declareHoliday();
    for (const work of works.filter(({ closed }) => !closed)) {
      if (random.chance(0.1)) await world.changeClock(work);
      if (random.chance(0.05)) expect(await world.closeTwice(work)).toBe(1);
    }
    if (random.chance(0.5)) looks.push(...(await world.look(CRASHING)));
    world.nextDay();
  }
  looks.push(...(await world.look(0)));
  for (const work of works.filter(({ closed }) => !closed)) expect(await world.closeTwice(work)).toBe(1);
  return { ids: works.map(({ id }) => id), looks };
}

/** Every task that was late at a look that nothing interrupted is escalated, each once, and no other. */
function audit({ auditor }: World, ids: readonly string[], looks: readonly CleanLook[]): number {
  let escalated = 0;
  for (const id of ids) {
    const found = auditor.escalations(id);
    escalated += found.length;
    const tasks = found.map(({ event }) => event.data.taskId);
    expect(new Set(tasks).size).toBe(tasks.length);
    for (const { event, before } of found) {
      const { taskId, officeId, effectiveOn, overdueSince, toOfficeId } = event.data;
      const late = auditor.lateTasks(id, effectiveOn, before).find(({ task }) => task.taskId === taskId);
      expect(late?.task.officeId).toBe(officeId);
      expect(late && lateFrom(late.dueOn)).toBe(overdueSince);
      expect(toOfficeId).toBe(chairmanOf(officeId));
    }
    for (const { on, from, to } of looks) {
      const by = new Set(found.filter(({ before }) => before < to).map(({ event }) => event.data.taskId));
      const lost = auditor.lateTasks(id, on, from).filter(({ task }) => !by.has(task.taskId));
      expect(lost).toEqual([]);
    }
  }
  return escalated;
}

describe('random histories of work that falls late', () => {
  it(
    `lose no task, escalate each late one once and decide nothing twice: ${CASES} of them`,
    async () => {
      const seen = { escalated: 0, crashes: 0, refused: 0 };
      for (let first = 0; first < CASES; first += IN_ONE_WORLD) {
        const world = new World(new Seeded(SEED + first), `workflow-${first}`);
        try {
          await world.begin();
          for (let n = first; n < Math.min(CASES, first + IN_ONE_WORLD); n += 1) {
            const { ids, looks } = await play(world, `h${n}`);
            seen.escalated += audit(world, ids, looks);
          }
          seen.crashes += world.crashes;
          seen.refused += world.refused;
        } finally {
          world.close();
        }
      }
      // What never happens proves nothing.
      expect(seen.escalated).toBeGreaterThan(CASES / 2);
      expect(seen.crashes).toBeGreaterThan(CASES / 4);
      expect(seen.refused).toBeGreaterThan(0);
    },
    60_000 + CASES * 500,
  );
});
