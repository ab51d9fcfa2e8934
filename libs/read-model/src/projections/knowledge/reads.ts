import type { KnowledgeReads } from '#application';
import { tilingOf } from '#domain';
import type { Connection } from '../../connection.js';
import { readCheckpoint } from '../../follow/checkpoint.js';
import { isAfter, parsePosition } from '../../follow/positions.js';
import { findTaintedCases, type CaseReads } from './cases.js';
import { findCorrections } from './corrections.js';
import { findChanges } from './diff.js';
import { findTaintedAnswers, findTaintedEvents, taintOf } from './taint.js';

/** What is known, out of a connection that reaches up to a number. */
export function knowledgeReads(at: (knownSeq: number) => Connection, cases: CaseReads): KnowledgeReads {
  return {
    answersOver: (subjectId, dutyId, knownSeq) =>
      at(knownSeq).tilings.of(subjectId, knownSeq).get(dutyId) ?? tilingOf([], () => undefined),
    diff: (request, page) => findChanges(at(request.knownTo), request, page),
    taint: (actId, knownSeq) => taintOf(at(knownSeq), actId, knownSeq),
    taintedEvents: (actId, knownSeq, page) => findTaintedEvents(at(knownSeq), actId, knownSeq, page),
    taintedAnswers: (actId, openOnly, clocks, page) =>
      findTaintedAnswers(at(clocks.knownSeq), actId, openOnly, clocks, page),
    taintedCases: (actId, clocks, page) => findTaintedCases(at(clocks.knownSeq), cases, actId, clocks, page),
    corrections: (filter, clocks, page) => findCorrections(at(clocks.knownSeq), filter, clocks, page),
    seqAt: (position) => {
      const { db, events } = at(0);
      const wanted = String(parsePosition(position));
      return events.lastWhere(readCheckpoint(db).seq, 'position', (there) => !isAfter(there, wanted));
    },
  };
}
