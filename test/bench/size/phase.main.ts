import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteEventLog } from '#event-log';
import { digest, follow, openProjector, rebuild } from '#read-model';
import { appendSubjects } from './append.js';
import { logFile, readModelFile } from './files.js';
import type { Finding, Phase } from './protocol.js';
import { askAll } from './questions.js';

/** Runs one phase and tells what it found; the parent gives the phase as its argument. */
const found = await run(JSON.parse(process.argv[2] ?? '') as Phase);
process.send?.({ ...found, peakMegabytes: peakMegabytes() } satisfies Finding, () => process.disconnect());

async function run(phase: Phase): Promise<Omit<Finding, 'peakMegabytes'>> {
  switch (phase.kind) {
    case 'empty':
      return measured(() => ({}));
    case 'append':
      return measured(async () => {
        await appendSubjects(logFile(phase.dir), phase.from, phase.to);
        return {};
      });
    case 'read':
      return measured(() => readBare(logFile(phase.dir)));
    case 'replay':
      return measured(() => followToTheEnd(phase.dir));
    case 'digest':
      return measured(() => digest({ file: readModelFile(phase.dir) }));
    case 'rebuild':
      return measured(() => rebuildAll(phase.dir));
    case 'ask':
      return measured(() => ({ questions: askAll(readModelFile(phase.dir), phase.subjects) }));
  }
}

async function measured(
  act: () => Promise<Partial<Finding>> | Partial<Finding>,
): Promise<Omit<Finding, 'peakMegabytes'>> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const found = await act();
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { ...found, seconds, cpuSeconds: (user + system) / 1e6 };
}

/** What the follower of a replica does, until it has caught up. */
async function followToTheEnd(dir: string): Promise<Partial<Finding>> {
  const log = await openSqliteEventLog({ file: logFile(dir), mode: 'read-only' });
  const projector = openProjector({ file: readModelFile(dir) });
  const stop = new AbortController();
  try {
    await follow(log, projector, stop.signal, ({ caughtUp }) => caughtUp && stop.abort());
  } finally {
    projector.close();
    await log.close();
  }
  return {};
}

async function rebuildAll(dir: string): Promise<Partial<Finding>> {
  const log = await openSqliteEventLog({ file: logFile(dir), mode: 'read-only' });
  try {
    const { digest } = await rebuild({ log, file: readModelFile(dir) });
    return { digest };
  } finally {
    await log.close();
  }
}

/** The least that a replay can do: every row read and its JSON parsed, nothing checked, nothing kept. */
function readBare(file: string): Partial<Finding> {
  const db = new DatabaseSync(file, { readOnly: true });
  for (const row of db.prepare('SELECT data, metadata FROM events ORDER BY position').iterate()) {
    JSON.parse(row['data'] as string);
    JSON.parse(row['metadata'] as string);
  }
  db.close();
  return {};
}

/** `maxRSS` counts what the parent had when it forked, where the system says better. */
function peakMegabytes(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return Number(kilobytes) / 1_024;
  } catch {
    return process.resourceUsage().maxRSS / 1_024;
  }
}
