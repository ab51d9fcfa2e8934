import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';

/** What is handed over. */
export const HANDOVER_ITEM_KINDS = ['FILE', 'PROCEDURE', 'ASSET', 'CONTRACT', 'MONEY', 'SEAL'] as const;
export type HandoverItemKind = (typeof HANDOVER_ITEM_KINDS)[number];

/** The five classes of infrastructure assets, a, b, c, d and đ in this order (NĐ 178/2026 Đ.10(1)). */
export const ASSET_CLASSES = [
  'ASSIGNED_ALREADY',
  'MANAGED_WITHOUT_DOCUMENT',
  'TEMPORARILY_ASSIGNED',
  'ASSIGNED_TO_OTHERS',
  'TRANSFERRED_IN',
] as const;
export type AssetClass = (typeof ASSET_CLASSES)[number];

/** What the current manager states in writing where a legal file is missing; he bears the responsibility for it (Đ.10(2)(d)). */
export interface MissingFileConfirmation {
  readonly confirmedByOfficeId: OfficeId;
  readonly confirmedOn?: LocalDate;
  /** Which file is missing, and what he confirms instead. */
  readonly statement: string;
}

/** One thing on the list of a handover. Numbers are decimal text; what the minutes do not say stays absent. */
export interface HandoverItem {
  /** Unique within the handover. */
  readonly itemId: string;
  readonly kind: HandoverItemKind;
  readonly description: string;
  /** The subject it belongs to; a contract or an asset always names one, so that it follows its cluster and not its district. */
  readonly subjectId?: string;
  /** For assets, and only for them. */
  readonly assetClass?: AssetClass;
  /** For procedures: the day by which the next step is due. */
  readonly dueOn?: LocalDate;
  readonly quantity?: string;
  /** What the quantity counts, e.g. hồ sơ. */
  readonly quantityUnit?: string;
  readonly areaHa?: string;
  /** Balance, debt or contract value; required for money. */
  readonly amountVnd?: string;
  readonly costVnd?: string;
  readonly residualValueVnd?: string;
  readonly condition?: string;
  /** Who manages it at present. */
  readonly managerOfficeId?: OfficeId;
  readonly missingFile?: MissingFileConfirmation;
}

/**
 * Whether an asset needs a handover minute: only those assigned to others and those transferred in do (Đ.10(5)).
 * Undefined for what is no asset, on which that article says nothing.
 */
export function needsMinute(item: HandoverItem): boolean | undefined {
  if (item.kind !== 'ASSET') return undefined;
  return item.assetClass === 'ASSIGNED_TO_OTHERS' || item.assetClass === 'TRANSFERRED_IN';
}
