import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#domain';
import { openProjector, openReadModel } from '#read-model';
import { batches, recorded } from '../synthetic.js';
import { benchWorkflow } from './workflow.js';
import { provinceId, REFORM, type Country } from './country.js';
import { WorkflowLog } from './log.js';

const SMALL: Country = { oldProvinces: 6, provinces: 3, districts: 12, communes: 30 };
const EVENTS = 8_000;
const dir = mkdtempSync(join(tmpdir(), 'ban-giao-workflow-'));
const log = () => new WorkflowLog(EVENTS, SMALL);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the log of the benchmark of work', () => {
  const types = [...log().events()].map(({ type }) => type);

  it('has as many events as it says, the last hundredth of them corrections', () => {
    expect(types).toHaveLength(EVENTS);
    const corrections = types.filter((type) => type === 'responsibility.corrected');
    expect(corrections.length).toBeGreaterThanOrEqual(log().recent);
    expect(new Set(types.slice(-log().recent))).toEqual(new Set(['responsibility.corrected']));
    expect(types.filter((type) => type === 'cluster.registered')).toHaveLength(log().clusters);
  });

  it('is the same each time', () => {
    expect(JSON.stringify([...log().events()])).toBe(JSON.stringify([...log().events()]));
  });

  describe('projected', () => {
    const file = join(dir, 'read-model.sqlite');
    beforeAll(() => {
      const projector = openProjector({ file });
      for (const batch of batches(recorded(log().events()), 1_000)) projector.project(batch);
      projector.close();
    });

    it('leaves a tenth of the clusters open, in every way, one office with a long list', () => {
      const model = openReadModel({ file });
      try {
        const at = { validAt: addDays(REFORM, 400), knownSeq: EVENTS };
        const listOf = (id: string) =>
          model.tasks.worklist({ officeId: id }, at, { first: 1_000 }).rows.map(({ row }) => row);
        const provinces = [0, 1, 2].map(provinceId);
        const lists = provinces.map((id) => [...listOf(`CT_UBND_TINH:${id}`), ...listOf(`UBND_TINH:${id}`)]);
        const waiting = lists.flat();
        expect(new Set(waiting.map(({ kind }) => kind))).toEqual(
          new Set(['PLACE_UNDETERMINED', 'LEAD_MISSING', 'INVESTOR_VACANT']),
        );
        expect(new Set(waiting.map(({ subjectId }) => subjectId)).size).toBe(Math.ceil(log().clusters / 10));
        expect(lists[0]?.length).toBeGreaterThanOrEqual(waiting.length / 2);
      } finally {
        model.close();
      }
    });
  });
});

describe('the benchmark of work', () => {
  it('gives a figure beside its baseline for each question, after both answered the same', async () => {
    const results = await benchWorkflow(dir, log(), 0.02);
    expect(results).toHaveLength(20);
    for (const { figure, baseline } of results) expect(figure * baseline).toBeGreaterThan(0);
  });
});
