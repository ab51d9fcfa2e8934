import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { OfficeId } from '../responsibilities/office.js';
import { evolveHandover, type HandoverFact, type HandoverRecord } from './evolve.js';
import type { HandoverActor, HandoverStep } from './handover.js';
import { firstRefused } from './timeline.js';

/** The first of some refusals; undefined where there is none. */
export function firstOf(
  ...checks: readonly (() => Decision<never> | undefined)[]
): Decision<never> | undefined {
  for (const check of checks) {
    const refused = check();
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** Records a fact where its step is allowed on its day; a refusal otherwise. */
export function decideFact(record: HandoverRecord, fact: HandoverFact): Decision<HandoverFact> {
  const next = evolveHandover(record, fact);
  const broken = next === undefined ? undefined : firstRefused(next);
  if (broken === undefined) return accept([fact]);
  return refuse(
    'INVALID_STEP',
    'handoverId',
    fact.data.handoverId,
    `On ${broken.on} the handover is ${broken.state}; the step ${broken.step} is not allowed then.`,
    'See what the handover waits for, or give the day on which it took place.',
  );
}

/** Refuses whoever acts for another office than those; nobody acts for an office that is not his. */
export function refuseOtherOffice(
  offices: readonly (OfficeId | undefined)[],
  by: HandoverActor,
): Decision<never> | undefined {
  if (offices.includes(by.officeId)) return undefined;
  const named = offices.filter((id) => id !== undefined).join(' or ');
  return refuse(
    'NOT_YOUR_OFFICE',
    'officeId',
    by.officeId,
    `Only somebody who acts for ${named} can do this.`,
    `Ask that office to do it; you act for ${by.officeId}.`,
  );
}

/** Refuses whoever would approve what he made himself. */
export function refuseSameEyes(
  made: readonly string[],
  by: HandoverActor,
  what: string,
): Decision<never> | undefined {
  if (!made.includes(by.actorId)) return undefined;
  return refuse(
    'FOUR_EYES',
    'actor',
    by.actorId,
    `Who ${what} cannot approve it.`,
    'Somebody else of the office has to do this.',
  );
}

/** Refuses text that says nothing. */
export function refuseBlank(field: string, text: string | undefined): Decision<never> | undefined {
  if (text?.trim() !== '') return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    text,
    `Nothing stands in ${field}.`,
    'Say it in words, or leave it out.',
  );
}

/** The refusal for a step before anything is drafted. */
export function unknownHandover(handoverId: string): Decision<never> {
  return refuse(
    'UNKNOWN_SUBJECT',
    'handoverId',
    handoverId,
    `No handover ${handoverId} is recorded.`,
    'Draft it first, or look its id up in the list of handovers.',
  );
}

/** The refusal for a step that the state rules out, where it is known before the day is looked at. */
export function stepNotAllowed(handoverId: string, step: HandoverStep, why: string): Decision<never> {
  return refuse(
    'INVALID_STEP',
    'handoverId',
    handoverId,
    `The step ${step} is not allowed: ${why}.`,
    'See what the handover waits for.',
  );
}
