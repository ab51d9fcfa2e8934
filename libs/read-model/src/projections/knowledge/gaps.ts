import type { Clocks, GapFilter, GapView, Page, PageRequest, SubjectScope } from '#application';
import { common, firstDayOf, gapOf, type Days, type GapKind, type Tile } from '#domain';
import type { Connection } from '../../connection.js';
import { pageOf, readKey } from '../../storage/pages.js';
import { subjectsIn } from './subjects.js';

interface Gap extends Days {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly kind: GapKind;
  readonly firstAsked: Days;
}

/** Gaps and overlaps that meet the days asked about; a page reads no further than it needs. */
export function findGaps(
  connection: Connection,
  filter: GapFilter,
  days: Days,
  at: Clocks,
  page: PageRequest,
): Page<GapView> {
  const after = page.after === undefined ? undefined : readKey(page.after, ['string', 'string', 'string']);
  const found: Gap[] = [];
  for (const gap of gapsIn(connection, filter, days, at, after?.[0] ?? '')) {
    if (after !== undefined && gap.subjectId === after[0] && !isAfter(gap, after)) continue;
    found.push(gap);
    if (found.length > page.first) break;
  }
  return pageOf(found, page.first, keyOf, ({ firstAsked, ...gap }) => {
    const answeredAt = { validAt: firstDayOf(firstAsked), knownSeq: at.knownSeq };
    const responsibility = connection.responsibilities.answer(gap.subjectId, gap.dutyId, answeredAt);
    return { ...gap, responsibility, answeredAt };
  });
}

function* gapsIn(
  connection: Connection,
  filter: GapFilter,
  days: Days,
  at: Clocks,
  from: string,
): Generator<Gap> {
  const { dutyId: only, kinds } = filter;
  const few = fewSubjects(connection, kinds);
  for (const subjectId of subjectsIn(connection, scopeOf(filter), [at], from, few)) {
    if (few === undefined && !mayHave(connection, subjectId, kinds)) continue;
    for (const [dutyId, tiling] of connection.tilings.of(subjectId, at.knownSeq)) {
      if (only !== undefined && only !== dutyId) continue;
      for (const tile of tiling) {
        const gap = gapIn(tile, days, kinds);
        if (gap !== undefined) yield { subjectId, dutyId, ...gap };
      }
    }
  }
}

function scopeOf({ provinceId, clusterId }: GapFilter): SubjectScope {
  return {
    ...(provinceId === undefined ? {} : { unitId: provinceId }),
    ...(clusterId === undefined ? {} : { subjectId: clusterId }),
  };
}

/** What a tile leaves open, if it is asked about. */
function gapIn(
  { answer, ...tile }: Tile,
  days: Days,
  kinds: GapFilter['kinds'],
): Omit<Gap, 'subjectId' | 'dutyId'> | undefined {
  const kind = gapOf(answer);
  const firstAsked = common(tile, days);
  if (kind === undefined || firstAsked === undefined || !(kinds?.includes(kind) ?? true)) return undefined;
  return { ...tile, kind, firstAsked };
}

const FEW = 1_000;

/** The only subjects that can have what is asked for, where they are few. A lapsed basis is nowhere said. */
function fewSubjects(
  { responsibilities }: Connection,
  kinds: readonly GapKind[] | undefined,
): readonly string[] | undefined {
  const lists = statusesOf(kinds)?.map((status) => responsibilities.fewOfWhichWasSaid(status, FEW));
  if (lists === undefined || lists.some((list) => list === undefined)) return undefined;
  return lists.flatMap((list) => list ?? []);
}

function mayHave(
  { responsibilities }: Connection,
  subjectId: string,
  kinds: readonly GapKind[] | undefined,
): boolean {
  return statusesOf(kinds)?.some((status) => responsibilities.wasSaid(subjectId, status)) ?? true;
}

/** The statuses that assignments say of some kinds; undefined where one of them is nowhere said. */
function statusesOf(kinds: readonly GapKind[] | undefined): readonly string[] | undefined {
  if (kinds === undefined || kinds.includes('NO_BASIS')) return undefined;
  return kinds.map((kind) => (kind === 'JOINT_WITHOUT_LEAD' ? 'JOINT' : kind));
}

function keyOf({ subjectId, dutyId, from }: Pick<Gap, 'subjectId' | 'dutyId' | 'from'>): string {
  return JSON.stringify([subjectId, dutyId, from ?? '']);
}

function isAfter({ dutyId, from }: Gap, [, duty, day]: readonly [string, string, string]): boolean {
  return dutyId > duty || (dutyId === duty && (from ?? '') > day);
}
