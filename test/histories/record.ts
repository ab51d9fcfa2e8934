import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshRegister, type EventLog, type Position, type ReadModel } from '#application';
import { instantOf, localDate } from '#domain';
import { loadSample } from '#gazetteer';
import { startRuntime, type Runtime } from '../../apps/api/src/runtime/index.js';
import { openService } from './asking.js';
import { SteppedClock } from './clock.js';
import { DECIDED, decideEverything, MOMENTS } from './decisions.js';
import { DOCUMENTS } from './documents.js';
import { requireNew, writeHistory, type HistoryEvent } from './history.js';
import { questionsOf, type Answered, type Register } from './questions.js';
import { currentSchemas, lockOf } from './schema-lock.js';

/**
 * Records the history of the version in package.json: a first start with the national data and the sample,
 * decisions over the days that follow, and the answers to many questions. `npm run history:record`.
 */
async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  requireNew(version);
  const dataDir = mkdtempSync(join(tmpdir(), 'ban-giao-history-'));
  // A second for each look, so that what is known at a moment differs within the import too.
  const clock = new SteppedClock('2026-11-24T00:00:00.000Z', 1_000);
  const runtime = await startRuntime({
    dataDir,
    empty: false,
    clock,
    report: say,
    onFollowerFailure: (error) => {
      throw error;
    },
  });
  try {
    say(`The import ended at ${instantOf(clock.now())}.`);
    await decideEverything({ ports: runtime.ports, clock });
    const askedAt = '2026-12-15T02:00:00.000Z';
    clock.set(askedAt);
    const answers = await answersOf(runtime);
    const events = await eventsOf(runtime.log);
    const schemas = lockOf(currentSchemas());
    const folder = writeHistory({ version, askedAt, schemas }, { events, documents: DOCUMENTS, answers });
    say(`${events.length} events and ${answers.length} answers in ${folder}`);
  } finally {
    await runtime.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function answersOf(runtime: Runtime): Promise<readonly Answered[]> {
  await freshRegister(runtime.ports);
  const service = await openService(runtime);
  const answers: Answered[] = [];
  for (const question of questionsOf(registerOf(runtime.readModel)))
    answers.push(await service.answer(question, DOCUMENTS[question.document] ?? ''));
  await service.close();
  return answers;
}

/** What to ask about: the sample and what was decided, with the units in which the clusters lay and lie. */
function registerOf(readModel: ReadModel): Register {
  const knownSeq = readModel.status().seq;
  const sample = loadSample().clusters;
  const unitIds = new Set(sample.flatMap((c) => c.placements.flatMap((p) => p.unitIds)));
  const at = { validAt: localDate('2025-07-01'), knownSeq };
  const provinces = readModel.units({ level: 'PROVINCE', name: 'a' }, at, { first: 100 });
  return {
    clusterIds: [...new Set([...sample.map((c) => c.clusterId), ...DECIDED.clusterIds])],
    actIds: DECIDED.actIds,
    officeIds: DECIDED.officeIds,
    unitIds: [...unitIds, ...DECIDED.unitIds],
    provinceIds: ['01@origin', '48@2025-07-01', ...provinces.rows.slice(0, 4).map(({ row }) => row.unitId)],
    moments: MOMENTS,
  };
}

async function eventsOf(log: EventLog): Promise<readonly HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  for (let after: Position | undefined; ;) {
    const page = await log.readAll(after, { maxCount: 2_000 });
    events.push(...page.map(({ position: _, ...event }) => event));
    if (page.length === 0) return events;
    after = page.at(-1)?.position;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
