import { describe, expect, it } from '@jest/globals';
import { openReadModel } from '../read-model.js';
import { act } from '../testing/facts.js';
import { LogBuilder } from '../testing/events.js';
import { closing, newFile, projectAll } from '../testing/files.js';
import { openProjector } from './projector.js';

function log(): LogBuilder {
  const builder = new LogBuilder();
  for (const id of ['a', 'b', 'c']) builder.add(`act-${id}`, act(id));
  return builder;
}

describe('waiting for a position', () => {
  it('ends at once where it is reached, also for a position between two events', async () => {
    const file = newFile();
    projectAll(file, log().events);
    const model = closing(openReadModel({ file }));
    await model.waitFor('21', 0);
    await model.waitFor('8', 0);
  });

  it('ends when the event is projected, and not before', async () => {
    const file = newFile();
    const { events } = log();
    const projector = closing(openProjector({ file }));
    const model = closing(openReadModel({ file }));
    let reached = false;
    const waiting = model.waitFor('14', 5_000).then(() => {
      reached = true;
    });
    projector.project(events.slice(0, 1));
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(reached).toBe(false);
    projector.project(events.slice(1, 2));
    await waiting;
    expect(model.status().seq).toBe(2);
  });

  it('compares positions as numbers, not as text', async () => {
    const file = newFile();
    projectAll(file, log().events.slice(0, 1));
    const model = closing(openReadModel({ file }));
    await expect(model.waitFor('14', 30)).rejects.toMatchObject({ code: 'READ_MODEL_BEHIND', value: '14' });
  });

  it('gives up after its time', async () => {
    const model = closing(openReadModel({ file: newFile() }));
    const before = performance.now();
    await expect(model.waitFor('1', 50)).rejects.toMatchObject({ code: 'READ_MODEL_BEHIND' });
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it.each(['', '-1', '1.5', '0x10', 'abc', '9'.repeat(60)])('refuses "%s" as a position', async (text) => {
    const model = closing(openReadModel({ file: newFile() }));
    await expect(model.waitFor(text, 10)).rejects.toMatchObject({
      code: 'INVALID_POSITION',
      field: 'position',
    });
  });

  it('is called off when the read model is closed', async () => {
    const model = openReadModel({ file: newFile() });
    const waiting = model.waitFor('1', 60_000);
    model.close();
    await expect(waiting).rejects.toMatchObject({ code: 'READ_MODEL_CLOSED' });
  });
});
