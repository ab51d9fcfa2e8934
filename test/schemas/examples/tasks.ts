import type { LocalDate, TaskEvents } from '#domain';
import type { Full } from '../shape.js';

/** Nothing of it may be left out. */
export const TASK_EVENT_EXAMPLES: { readonly [T in keyof TaskEvents]: Full<TaskEvents[T]> } = {
  'task.escalated': {
    taskId: 'matter-take-over.ho-so-12.UBND_XA:15520@2025-07-01',
    kind: 'MATTER_TAKE_OVER',
    subjectId: 'ho-so-12',
    officeId: 'UBND_XA:15520@2025-07-01',
    toOfficeId: 'CT_UBND_TINH:38@origin',
    since: '2025-07-01' as LocalDate,
    dueOn: '2025-07-08' as LocalDate,
    overdueSince: '2025-07-09' as LocalDate,
    effectiveOn: '2025-07-10' as LocalDate,
    actId: '139-2025-nd-cp.chinh-phu.2025-06-12',
    article: 'Đ.22(3)',
    reason: 'UBND_XA:15520@2025-07-01 had until 2025-07-08 and has not done it.',
    provenance: 'COMPUTED',
    source: 'example',
  },
};
