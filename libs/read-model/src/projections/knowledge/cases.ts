import type { Clocks, HandoverReads, MatterReads, Page, PageRequest, TaintedCase } from '#application';
import { handoverOn, type HandoverState } from '#domain';
import type { Connection } from '../../connection.js';
import { pageOf, readKey } from '../../storage/pages.js';
import { linkedSeqs, FEW } from './taint.js';

/** Where the cases themselves are read. */
export interface CaseReads {
  readonly handovers: HandoverReads;
  readonly matters: MatterReads;
}
type CaseId = Pick<TaintedCase, 'kind' | 'id'>;

const STREAMS: readonly (readonly [prefix: string, kind: TaintedCase['kind']])[] = [
  ['handover-', 'HANDOVER'],
  ['matter-', 'MATTER'],
];

/** Handovers and matters of which an event rests on an act, with where they stand on the day. */
export function findTaintedCases(
  connection: Connection,
  reads: CaseReads,
  actId: string,
  at: Clocks,
  page: PageRequest,
): Page<TaintedCase> {
  const after = page.after === undefined ? '' : readKey(page.after, ['string', 'string']).join(' ');
  const cases = casesOn(connection, actId, at.knownSeq).filter(({ kind, id }) => `${kind} ${id}` > after);
  return pageOf(
    cases.slice(0, page.first + 1),
    page.first,
    ({ kind, id }) => JSON.stringify([kind, id]),
    (one) => ({ ...one, ...standing(reads, one, at) }),
  );
}

function casesOn(connection: Connection, actId: string, knownSeq: number): readonly CaseId[] {
  const found = new Map<string, CaseId>();
  for (const seq of linkedSeqs(connection, actId, knownSeq, FEW)) {
    const { stream = '' } = connection.events.bySeq(seq) ?? {};
    for (const [prefix, kind] of STREAMS)
      if (stream.startsWith(prefix)) found.set(stream, { kind, id: stream.slice(prefix.length) });
  }
  return [...found.values()].sort((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1));
}

function standing(
  { handovers, matters }: CaseReads,
  { kind, id }: CaseId,
  at: Clocks,
): Pick<TaintedCase, 'state' | 'open'> {
  switch (kind) {
    case 'HANDOVER': {
      const record = handovers.handover(id, at.knownSeq);
      const state = record === undefined ? undefined : handoverOn(record, at.validAt)?.state;
      return state === undefined ? { open: false } : { state, open: !SETTLED.has(state) };
    }
    case 'MATTER': {
      const stage = matters.matterOn(id, at)?.standing.stage;
      return stage === undefined ? { open: false } : { state: stage, open: stage !== 'CLOSED' };
    }
  }
}

const SETTLED: ReadonlySet<HandoverState> = new Set([
  'ACCEPTED',
  'ACCEPTED_WITH_RESERVATION',
  'RESOLVED',
  'CORRECTED',
  'CANCELLED',
]);
