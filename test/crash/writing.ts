import { setTimeout as wait } from 'node:timers/promises';
import { openSqliteEventLog } from '#event-log';
import { startChild, type Child } from './child.js';
import type { Acknowledged } from './children/tell.js';
import type { Folder } from './folder.js';
import { Ledger } from './ledger.js';
import { recordRegister } from './register.js';
import type { Seeded } from './seeded.js';

export const CALLERS = 4;
const SHARE_OPENING = 0.2;
const OPENING_MS = 150;
const MOST_COMMANDS = 40;
const COMMAND_MS = 25;

/** What killing a writing process many times has shown. */
export interface WritingRun {
  readonly ledger: Ledger;
  /** Kills before the log was open again: recovery itself was hit. */
  readonly whileOpening: number;
  /** Kills while commands were under way. */
  readonly whileWriting: number;
}

/**
 * Kills the process that writes, again and again, and looks after each kill for everything it acknowledged.
 * Stops at the first finding that begins with `until`.
 */
export async function killWhileWriting(
  folder: Folder,
  random: Seeded,
  times: number,
  { fault = 'none', until = '' } = {},
): Promise<WritingRun> {
  await recordRegister(folder.log);
  const ledger = new Ledger();
  const found = () => ledger.findings.some((finding) => finding.startsWith(until));
  let whileOpening = 0;
  let whileWriting = 0;
  while (whileOpening + whileWriting < times && !found()) {
    const child = startChild('write', [folder.path, JSON.stringify(beginOf(ledger)), 'for-ever', fault]);
    await moment(child, random);
    await child.kill();
    if (await child.ended()) throw new Error('The writing process ended before it was killed.');
    if (child.told.some((t) => t.at === 'open')) whileWriting += 1;
    else whileOpening += 1;
    await look(ledger, child, folder);
  }
  return { ledger, whileOpening, whileWriting };
}

/**
 * Most kills come some commands later and then some milliseconds, so that they hit every part of deciding, committing
 * and projecting however busy the machine is; the others hit the opening after the kill before.
 */
async function moment(child: Child, random: Seeded): Promise<void> {
  if (random.next() < SHARE_OPENING) {
    await child.said('loaded');
    await wait(random.next() * OPENING_MS);
  } else {
    await child.said('acknowledged', random.below(MOST_COMMANDS));
    await child.said('open');
    await wait(random.next() * COMMAND_MS);
  }
}

/** Lets every caller come to the end of the same round, with nobody killed. */
export async function finishWriting(folder: Folder, ledger: Ledger): Promise<number> {
  const end = 1 + Math.max(...beginOf(ledger));
  const child = startChild('write', [folder.path, JSON.stringify(beginOf(ledger)), String(end)]);
  await child.ended();
  await look(ledger, child, folder);
  return end;
}

/** The same commands in a process that nobody kills. */
export async function writeUndisturbed(folder: Folder, end: number): Promise<Ledger> {
  await recordRegister(folder.log);
  const ledger = new Ledger();
  const begin = JSON.stringify(beginOf(ledger));
  const child = startChild('write', [folder.path, begin, String(end)]);
  await child.ended();
  await look(ledger, child, folder);
  return ledger;
}

async function look(ledger: Ledger, child: Child, folder: Folder): Promise<void> {
  const acknowledged = child.told.flatMap((t): readonly Acknowledged[] =>
    t.at === 'acknowledged' ? [t.command] : [],
  );
  const log = await openSqliteEventLog({ file: folder.log, mode: 'read-only' });
  try {
    await ledger.check(acknowledged, log);
  } finally {
    await log.close();
  }
}

function beginOf(ledger: Ledger): readonly number[] {
  return Array.from({ length: CALLERS }, (_, lane) => ledger.nextRound(lane));
}
