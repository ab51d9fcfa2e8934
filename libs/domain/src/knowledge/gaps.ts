import type { Answer } from './answer.js';

/** Answers that leave a duty without exactly one determined holder, or with one who stays on for the time being. */
export const GAP_KINDS = [
  'VACANT',
  'UNDETERMINED',
  'NO_BASIS',
  'DISPUTED',
  'JOINT_WITHOUT_LEAD',
  'CONTINUING_PENDING_REARRANGEMENT',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** What an answer leaves open; undefined where it leaves nothing open. */
export function gapOf({ status, holders }: Pick<Answer, 'status' | 'holders'>): GapKind | undefined {
  switch (status) {
    case 'HELD':
      return undefined;
    case 'JOINT':
      return holders.some(({ lead }) => lead) ? undefined : 'JOINT_WITHOUT_LEAD';
    case 'VACANT':
    case 'UNDETERMINED':
    case 'NO_BASIS':
    case 'DISPUTED':
    case 'CONTINUING_PENDING_REARRANGEMENT':
      return status;
  }
}
