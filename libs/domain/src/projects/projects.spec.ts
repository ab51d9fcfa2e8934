import { describe, expect, it } from '@jest/globals';
import {
  PROJECT_STATUSES,
  PROJECT_STEPS,
  projectStatusOn,
  type Project,
  type ProjectStatus,
} from './project.js';
import { decideAdvanceProject, decideRegisterProject, type ProjectRegister } from './decide-project.js';
import { evolveProject } from './evolve.js';
import type { EventOf } from '../events/catalogue.js';
import type { ProjectEvents } from './events.js';
import type { LocalDate } from '../time/local-date.js';

type ProjectEvent = EventOf<keyof ProjectEvents>;
const day = (text: string) => text as LocalDate;
const registration = {
  projectId: 'nha-may-vang',
  name: 'Nhà máy rượu vang',
  status: 'UNKNOWN',
  provenance: 'STATED',
  source: 'example',
} as const;
const register: ProjectRegister = {
  acts: () => undefined,
  subjectExists: (id) => id === 'taken',
  cluster: (id) => (id === 'phat-chi' ? {} : undefined),
};
const given = (...events: readonly ProjectEvent[]): Project | undefined =>
  events.reduce<Project | undefined>(evolveProject, undefined);
const registered = (status: ProjectStatus = 'UNKNOWN'): ProjectEvent => ({
  type: 'project.registered',
  data: { ...registration, status, since: day('2020-01-01') },
});
const step = (to: ProjectStatus, effectiveOn = '2025-08-01') => ({
  projectId: 'nha-may-vang',
  to,
  effectiveOn: day(effectiveOn),
  provenance: 'STATED' as const,
  source: 'example',
});
const advanced = (to: ProjectStatus, on?: string): ProjectEvent => ({
  type: 'project.advanced',
  data: step(to, on),
});
const refusedAs = (code: string, field: string) => ({ ok: false, refusal: { code, field } });

describe('registering a project', () => {
  it('records it', () => {
    const input = { ...registration, clusterId: 'phat-chi', areaHa: '1.5' };
    expect(decideRegisterProject(input, register)).toEqual({
      ok: true,
      events: [{ type: 'project.registered', data: input }],
    });
  });

  it.each([
    ['an id that is none', { projectId: 'Nhà máy' }, 'INVALID_INPUT', 'projectId'],
    ['an id that is taken', { projectId: 'taken' }, 'ALREADY_EXISTS', 'projectId'],
    ['a cluster that is not registered', { clusterId: 'nowhere' }, 'UNKNOWN_SUBJECT', 'clusterId'],
    ['an area with a sign', { areaHa: '-1' }, 'INVALID_INPUT', 'areaHa'],
    ['an amount in words', { capitalVnd: '13,8 tỷ' }, 'INVALID_INPUT', 'capitalVnd'],
  ])('refuses %s', (_what, change, code, field) => {
    expect(decideRegisterProject({ ...registration, ...change }, register)).toMatchObject(
      refusedAs(code, field),
    );
  });
});

const pairs = PROJECT_STATUSES.flatMap((from) => PROJECT_STATUSES.map((to) => [from, to] as const));
const allowed = pairs.filter(([from, to]) => PROJECT_STEPS[from].includes(to));

describe('a step of a project', () => {
  it.each(allowed)('leads from %s to %s', (from, to) => {
    const project = given(registered(from));
    expect(decideAdvanceProject(step(to), project, register)).toEqual({ ok: true, events: [advanced(to)] });
    const after = given(registered(from), advanced(to)) as Project;
    expect(projectStatusOn(after, day('2025-07-31'))).toBe(from);
    expect(projectStatusOn(after, day('2025-08-01'))).toBe(to);
  });

  it.each(pairs.filter((pair) => !allowed.includes(pair)))('does not lead from %s to %s', (from, to) => {
    const decision = decideAdvanceProject(step(to), given(registered(from)), register);
    expect(decision).toMatchObject(refusedAs('INVALID_STEP', 'to'));
  });

  it('that is recorded late must fit between those of before and after', () => {
    const project = given(registered('BUILDING'), advanced('OPERATING', '2025-09-01'));
    const late = decideAdvanceProject(step('SUSPENDED', '2025-08-01'), project, register);
    expect(late).toMatchObject(refusedAs('INVALID_STEP', 'effectiveOn'));
    const suspended = given(registered('OPERATING'), advanced('ENDED', '2026-01-01'));
    expect(decideAdvanceProject(step('SUSPENDED', '2025-08-01'), suspended, register).ok).toBe(true);
  });

  it('needs a project, a day after its start and an act in force', () => {
    expect(decideAdvanceProject(step('ENDED'), undefined, register)).toMatchObject(
      refusedAs('UNKNOWN_SUBJECT', 'projectId'),
    );
    const project = given(registered('OPERATING'));
    expect(decideAdvanceProject(step('ENDED', '2019-12-31'), project, register)).toMatchObject(
      refusedAs('INVALID_INTERVAL', 'effectiveOn'),
    );
    const byAct = { ...step('ENDED'), actId: '1-qd.ubnd.2025-01-01' };
    expect(decideAdvanceProject(byAct, project, register)).toMatchObject(refusedAs('UNKNOWN_ACT', 'actId'));
  });
});
