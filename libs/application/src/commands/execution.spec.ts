import { describe, expect, it } from '@jest/globals';
import type { Assignment, Decision, DomainEvent, LocalDate } from '#domain';
import { toEnvelopes } from '../envelope/envelopes.js';
import type { EventLog, RecordedEnvelope } from '../ports/event-log.js';
import type { EventView, ReadModel } from '../ports/read-model.js';
import { decideAndAppend, type CommandPorts } from './execution.js';

const COMMAND = '3b7ad5c1-5f0e-4c5e-9b6c-0b1f1f1a7a25';
const actor = { id: 'clerk', office: 'BO_CONG_THUONG', role: 'registrar' };
const context = { commandId: COMMAND, correlationId: COMMAND, actor };

/** Some events of a command on one stream, as the log has them. */
function recorded(commandId: string, count: number, revision: number): readonly RecordedEnvelope[] {
  const event: DomainEvent = {
    type: 'unit.alias-recorded',
    data: { unitId: '38@origin', alias: 'Thanh', source: 'test' },
  };
  const stamp = {
    ...context,
    commandId,
    causationId: commandId,
    recordedAt: '2026-06-01T00:00:00.000Z' as never,
  };
  return toEnvelopes(Array<DomainEvent>(count).fill(event), stamp).map((envelope, i) => ({
    ...envelope,
    stream: 'cluster-a',
    revision: revision + i,
    position: String(100 + revision + i),
  }));
}

/** A log of these events, and a read model that stands somewhere in them. */
function ports(events: readonly RecordedEnvelope[], projected: number): CommandPorts {
  const log: Partial<EventLog> = {
    head: async () => undefined,
    readStream: async (_, from, { maxCount }) => events.filter((e) => e.revision >= from).slice(0, maxCount),
  };
  const seen = events.slice(0, projected);
  const readModel: Partial<ReadModel> = {
    status: () => ({ seq: projected }),
    duties: () => [],
    lineage: () => ({}) as never,
    organisations: { succession: () => ({}) } as never,
    schemes: {} as never,
    eventById: (id) =>
      seen.map((e) => ({ ...e, id: e.eventId }) as unknown as EventView).find((e) => e.id === id),
  };
  return { log, readModel, clock: { now: () => new Date(0) }, leadRules: [] } as unknown as CommandPorts;
}

const plan = {
  id: 'a',
  stream: 'cluster-a',
  revision: () => undefined,
  decide: () => {
    throw new Error('It was decided before.');
  },
};

describe('a command sent again', () => {
  const before = recorded('11111111-5f0e-4c5e-9b6c-0b1f1f1a7a25', 2, 0);
  const own = recorded(COMMAND, 3, 2);
  const after = recorded('22222222-5f0e-4c5e-9b6c-0b1f1f1a7a25', 1, 5);

  it.each([3, 4, 5, 6])(
    'is answered with all it wrote, where the read model has seen %i events',
    async (seen) => {
      const outcome = await decideAndAppend(plan, context, ports([...before, ...own, ...after], seen));
      expect(outcome).toEqual({
        ok: true,
        id: 'a',
        position: '104',
        revision: 4,
        eventIds: own.map((e) => e.eventId),
      });
    },
  );

  it('is answered with all it wrote, however much that is', async () => {
    const many = recorded(COMMAND, 2_500, 0);
    const outcome = await decideAndAppend(plan, context, ports(many, 1));
    expect(outcome).toMatchObject({ revision: 2_499, position: '2599' });
  });

  it('is refused on another stream', async () => {
    const outcome = await decideAndAppend({ ...plan, stream: 'cluster-b' }, context, ports(own, 3));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'INVALID_INPUT', field: 'commandId' } });
  });
});

describe('a decision that would leave a day with two answers', () => {
  const said: Assignment = {
    subjectId: 'a',
    dutyId: 'd',
    from: '2025-07-01' as LocalDate,
    status: 'VACANT',
    holders: [],
    candidates: [],
    basis: { provenance: 'READ' },
    manner: 'BY_LAW',
    explanation: 'Nobody yet.',
  };
  const twice: DomainEvent[] = [
    { type: 'responsibility.assigned', data: said },
    { type: 'responsibility.assigned', data: said },
  ];
  const deciding = (events: readonly DomainEvent[]) => ({
    ...plan,
    decide: (): Decision<DomainEvent> => ({ ok: true, events }),
  });
  const empty = { ...ports([], 0), readModel: { ...ports([], 0).readModel, cluster: () => undefined } };

  it('is refused with the counterexample before anything is appended', async () => {
    // This log has no append: whoever tried would fail otherwise.
    const outcome = await decideAndAppend(deciding(twice), context, empty);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'COVERAGE_BROKEN', value: 'a' } });
    expect(outcome.ok ? '' : outcome.refusal.message).toContain('d over a on 2025-07-01');
  });

  it('is appended where it leaves one', async () => {
    const append = async () => ({ revision: 0, position: '7' });
    const log = { ...empty.log, append } as unknown as EventLog;
    const outcome = await decideAndAppend(deciding(twice.slice(1)), context, {
      ...empty,
      log,
    });
    expect(outcome).toMatchObject({ ok: true, position: '7' });
  });
});
