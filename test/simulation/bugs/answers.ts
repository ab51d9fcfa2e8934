import { day } from '../../../libs/domain/src/testing/index.js';
import type { Bug } from './bug.js';

/** Takes the day after an interval's last for its last. */
export function includesTheEnd(): Bug {
  return {
    answers: (model) => ({
      seqKnownAt: (instant) => model.seqKnownAt(instant),
      responsibility: (subject, duty, at) => {
        const answer = model.responsibility(subject, duty, at);
        if (answer.since !== at.validAt) return answer;
        const before = new Date(Date.parse(at.validAt) - 86_400_000).toISOString().slice(0, 10);
        return model.responsibility(subject, duty, { ...at, validAt: day(before) });
      },
    }),
  };
}

/** Answers every question by all that is known now. */
export function ignoresRecordTime(): Bug {
  return {
    answers: (model) => ({
      seqKnownAt: (instant) => model.seqKnownAt(instant),
      responsibility: (subject, duty, at) =>
        model.responsibility(subject, duty, { ...at, knownSeq: model.status().seq }),
    }),
  };
}

/** Trusts the clocks of those who write: looks for the last event that one stamped before. */
export function trustsTheClocks(): Bug {
  return {
    answers: (model) => ({
      responsibility: (subject, duty, at) => model.responsibility(subject, duty, at),
      seqKnownAt: (instant) => {
        for (let seq = model.status().seq; seq > 0; seq -= 1) {
          const event = model.event(seq);
          if (event !== undefined && event.recordedAt <= instant) return seq;
        }
        return 0;
      },
    }),
  };
}
