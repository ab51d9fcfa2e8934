import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { RecordedEnvelope, ReadModel } from '#application';
import { openProjector } from '../follow/projector.js';
import { openReadModel } from '../read-model.js';

const open: { close(): void }[] = [];
const folders: string[] = [];

afterAll(() => {
  for (const closable of open.splice(0)) closable.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Path for a read model in a folder of its own, deleted when the test file is done. */
export function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ban-giao-read-model-'));
  folders.push(folder);
  return join(folder, 'read-model.sqlite');
}

/** Closes something when the test file is done. */
export function closing<T extends { close(): void }>(closable: T): T {
  open.push(closable);
  return closable;
}

/** Projects events into a file in batches of a size. */
export function projectAll(file: string, events: readonly RecordedEnvelope[], batchSize = 1000): void {
  const projector = openProjector({ file });
  try {
    for (let at = 0; at < events.length; at += batchSize) projector.project(events.slice(at, at + batchSize));
  } finally {
    projector.close();
  }
}

/** A read model that holds these events. */
export function readModelOf(events: readonly RecordedEnvelope[]): ReadModel {
  const file = newFile();
  projectAll(file, events);
  return closing(openReadModel({ file }));
}
