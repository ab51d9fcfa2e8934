import { cpSync } from 'node:fs';
import type { ReadModel } from '#application';
import { localDate } from '#domain';
import { openSqliteEventLog } from '#event-log';
import { digest, openReadModel, rebuild } from '#read-model';
import { runChild } from './child.js';
import { newFolder, type Folder } from './folder.js';
import { recordRegister } from './register.js';

const ROUNDS = 30;
const CALLERS = 4;
const DUTY = 'ccn_manage_local_clusters';

/** A log of some thousands of events that nobody was killed over, and what has to come out of it. */
export interface Source {
  readonly folder: Folder;
  readonly events: number;
  readonly digest: string;
  /** Some answers of its read model. */
  readonly answers: unknown;
}

export async function makeSource(): Promise<Source> {
  const folder = newFolder();
  await recordRegister(folder.log);
  const begin = JSON.stringify(Array.from({ length: CALLERS }, () => 0));
  await runChild('write', [folder.path, begin, String(ROUNDS)]);
  const log = await openSqliteEventLog({ file: folder.log, mode: 'read-only' });
  try {
    const { seq, digest: rebuilt } = await rebuild({ log, file: folder.readModel });
    return { folder, events: seq, digest: rebuilt, answers: answersOf(folder.readModel) };
  } finally {
    await log.close();
  }
}

/** The same log in a directory of its own, with its read model where it is wanted. */
export function copyOf(source: Source, withReadModel: boolean): Folder {
  const folder = newFolder();
  cpSync(source.folder.log, folder.log);
  if (!withReadModel) return folder;
  cpSync(`${source.folder.readModel}.g1`, folder.readModel);
  return folder;
}

/** What a reader that opens the read model now is told. */
export function answersOf(file: string): unknown {
  const readModel = openReadModel({ file });
  try {
    return answersFrom(readModel);
  } finally {
    readModel.close();
  }
}

/** What a reader is told who has the read model open. */
export function answersFrom(readModel: ReadModel): unknown {
  const { seq } = readModel.status();
  const at = { validAt: localDate('2025-10-01'), knownSeq: seq };
  const ids = Array.from({ length: CALLERS }, (_, lane) => `crash-${lane}-${ROUNDS - 1 - lane}`);
  return { seq, holders: ids.map((id) => readModel.responsibility(id, DUTY, at)) };
}

/** The digest of a read model that is there, for comparison with the source's. */
export function holds(file: string): { readonly events: number; readonly digest: string } {
  const { seq, digest: sha256 } = digest({ file });
  return { events: seq, digest: sha256 };
}
