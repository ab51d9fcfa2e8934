import { AdvanceProjectCommand, RegisterProjectCommand } from '#application';
import { localDate } from '#domain';
import { REASON, SAID, type Stage } from './scene.js';

/** A secondary project is registered, stands still and goes on. */
export async function playProjects(stage: Stage): Promise<void> {
  const projectId = 'du-an-ghi-chep';
  const project = { projectId, name: 'Dự án ghi chép', clusterId: 'la-ha', areaHa: '1.5', ...SAID };
  const registered = await stage.run(
    (by) =>
      new RegisterProjectCommand({ ...project, status: 'OPERATING', since: localDate('2024-01-01') }, by),
  );
  const step = { projectId, reason: REASON, document: 'Thông báo số 1', ...SAID };
  const suspended = { ...step, to: 'SUSPENDED', effectiveOn: localDate('2025-08-01') } as const;
  const revision = await stage.run(
    (by) => new AdvanceProjectCommand({ ...suspended, expectedRevision: registered }, by),
  );
  const resumed = { ...step, to: 'RESUMED', effectiveOn: localDate('2026-02-01') } as const;
  await stage.run((by) => new AdvanceProjectCommand({ ...resumed, expectedRevision: revision }, by));
}
