import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { openReadModel } from '../read-model.js';
import { act } from '../testing/facts.js';
import { LogBuilder } from '../testing/events.js';
import { closing, newFile, projectAll } from '../testing/files.js';

/** Writes over everything but the first page, as a broken disk might. */
function damage(file: string): void {
  const fd = openSync(file, 'r+');
  const noise = Buffer.alloc(statSync(file).size - 16_384, 0xa5);
  writeSync(fd, noise, 0, noise.length, 16_384);
  closeSync(fd);
}

describe('a read model that is damaged while it is open', () => {
  it('says so by name where a question meets the damage, and of the file nothing', () => {
    const log = new LogBuilder();
    for (let i = 0; i < 200; i += 1) log.add(`act-${i}`, act(`a-${i}`, { number: `${i}` }));
    const file = newFile();
    projectAll(file, log.events);
    const model = closing(openReadModel({ file }));
    damage(file);
    for (const ask of [
      () => model.status(),
      () => model.act('a-7', 200),
      () => model.acts({}, 200, { first: 5 }),
      () => model.eventById('00000000-0000-5000-8000-000000000000'),
    ]) {
      expect(ask).toThrow(expect.objectContaining({ code: 'READ_MODEL_UNREADABLE', field: undefined }));
      expect(ask).not.toThrow(/sqlite/);
    }
  });
});
