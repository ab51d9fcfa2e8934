import { refuse, type Decision } from '../refusals/refusal.js';
import type { LocalDate } from '../time/local-date.js';
import { firstOf } from './checks.js';
import type { HandoverItem } from './item.js';
import type { HandoverSight } from './sight.js';

const NUMBERS = ['quantity', 'areaHa', 'amountVnd', 'costVnd', 'residualValueVnd'] as const;
const DECIMAL = /^\d{1,18}(\.\d{1,6})?$/;
/** Id of an item: letters, digits, hyphens and points. */
const ITEM_ID = /^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/;

/** Refuses a list with the same item twice, or with an item that cannot be handed over as it is described. */
export function refuseItems(
  items: readonly HandoverItem[],
  day: LocalDate,
  sight: HandoverSight,
): Decision<never> | undefined {
  const ids = items.map((item) => item.itemId);
  for (const [i, item] of items.entries()) {
    const at = `items.${i}`;
    if (ids.indexOf(item.itemId) !== i)
      return invalid(
        `${at}.itemId`,
        item.itemId,
        'The list names this item twice.',
        'Give each item its own id.',
      );
    const refused = refuseItem(item, at, day, sight);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function refuseItem(
  item: HandoverItem,
  at: string,
  day: LocalDate,
  sight: HandoverSight,
): Decision<never> | undefined {
  return firstOf(
    () => refuseText(item, at),
    () => refuseNumbers(item, at),
    () => refuseClass(item, at),
    () => refuseSubject(item, at, sight),
    () => refuseManager(item, at, day, sight),
    () => refuseConfirmation(item, at),
  );
}

function refuseText({ itemId, description }: HandoverItem, at: string): Decision<never> | undefined {
  if (!ITEM_ID.test(itemId))
    return invalid(
      `${at}.itemId`,
      itemId,
      'This is no id of an item.',
      'Use letters, digits, hyphens and points.',
    );
  if (description.trim() !== '') return undefined;
  return invalid(`${at}.description`, '', 'The item is not described.', 'Say what it is.');
}

function refuseNumbers(item: HandoverItem, at: string): Decision<never> | undefined {
  const wrong = NUMBERS.find((field) => item[field] !== undefined && !DECIMAL.test(item[field]));
  if (wrong !== undefined)
    return invalid(
      `${at}.${wrong}`,
      item[wrong] ?? '',
      'This is not a decimal number.',
      'Write digits, with a point before decimals and nothing between thousands.',
    );
  if (item.kind !== 'MONEY' || item.amountVnd !== undefined) return undefined;
  return invalid(`${at}.amountVnd`, '', 'Money needs its amount.', 'Give it in đồng.');
}

/** Assets have a class and nothing else has one; what is assigned already is not handed over again (Đ.10(1)(a)). */
function refuseClass({ kind, assetClass }: HandoverItem, at: string): Decision<never> | undefined {
  const field = `${at}.assetClass`;
  if ((kind === 'ASSET') !== (assetClass !== undefined))
    return invalid(
      field,
      assetClass ?? '',
      'An asset has one of the five classes, and nothing else has one.',
      'Name the class of NĐ 178/2026 Đ.10(1), or leave it out.',
    );
  if (assetClass !== 'ASSIGNED_ALREADY') return undefined;
  return refuse(
    'NOT_APPLICABLE',
    field,
    assetClass,
    'What is assigned already is not handed over again (NĐ 178/2026 Đ.10(1)(a)).',
    'Leave it off the list.',
  );
}

/** A contract or an asset goes with its cluster: a district's things are split by subject, never as a whole. */
function refuseSubject(
  { kind, subjectId }: HandoverItem,
  at: string,
  sight: HandoverSight,
): Decision<never> | undefined {
  const field = `${at}.subjectId`;
  if (subjectId === undefined && (kind === 'ASSET' || kind === 'CONTRACT'))
    return invalid(
      field,
      '',
      'An asset or a contract belongs to a subject.',
      'Name the cluster, project or scheme it belongs to; list it once for each.',
    );
  if (subjectId === undefined || sight.subjectExists(subjectId)) return undefined;
  return refuse(
    'UNKNOWN_SUBJECT',
    field,
    subjectId,
    `Nothing is registered under ${subjectId}.`,
    'Register it first, or look its id up.',
  );
}

function refuseManager(
  { managerOfficeId }: HandoverItem,
  at: string,
  day: LocalDate,
  sight: HandoverSight,
): Decision<never> | undefined {
  if (managerOfficeId === undefined || sight.officeExists(managerOfficeId, day)) return undefined;
  return refuse(
    'UNKNOWN_OFFICE',
    `${at}.managerOfficeId`,
    managerOfficeId,
    `No office ${managerOfficeId} exists on ${day}.`,
    'Name who manages it on that day.',
  );
}

/** What is managed without a document needs the manager's written word, and only he can give it (Đ.10(2)(d)). */
function refuseConfirmation(
  { assetClass, managerOfficeId, missingFile }: HandoverItem,
  at: string,
): Decision<never> | undefined {
  const field = `${at}.missingFile`;
  if (assetClass === 'MANAGED_WITHOUT_DOCUMENT' && missingFile === undefined)
    return refuse(
      'EVIDENCE_REQUIRED',
      field,
      '',
      'What is managed without a document needs the written confirmation of who manages it.',
      'Give the confirmation of its current manager.',
    );
  if (missingFile === undefined) return undefined;
  if (missingFile.statement.trim() === '')
    return invalid(`${field}.statement`, '', 'The confirmation says nothing.', 'Say which file is missing.');
  if (missingFile.confirmedByOfficeId === managerOfficeId) return undefined;
  return invalid(
    `${field}.confirmedByOfficeId`,
    missingFile.confirmedByOfficeId,
    'A missing file is confirmed by the current manager, who bears the responsibility.',
    'Name the manager of the item, and have him confirm it.',
  );
}

function invalid(field: string, value: string, message: string, remedy: string): Decision<never> {
  return refuse('INVALID_INPUT', field, value, message, remedy);
}
