import { Field, ID, Int, type ReturnTypeFunc } from '@nestjs/graphql';
import { LocalDateScalar } from './scalars.js';

/** A field of the schema; what it says of itself is printed there. */
type FieldWhich = (says?: string) => PropertyDecorator;

export const IdField = required(() => ID);
export const OptionalIdField = optional(() => ID);
export const IdsField = required(() => [ID]);
export const OptionalIdsField = optional(() => [ID]);

export const TextField = required(() => String);
/** Absent where nobody states it. Decimal numbers are text too, so that none loses a digit. */
export const OptionalTextField = optional(() => String);

/** A day in Asia/Ho_Chi_Minh. */
export const DayField = required(() => LocalDateScalar);
export const OptionalDayField = optional(() => LocalDateScalar);

export const IntField = required(() => Int);
export const OptionalIntField = optional(() => Int);
export const FlagField = required(() => Boolean);
export const OptionalFlagField = optional(() => Boolean);

// Fields that mean the same wherever they stand.
export const EffectiveOnField = (): PropertyDecorator => DayField('First day on which it counts.');
export const SignedOnField = (): PropertyDecorator =>
  OptionalDayField('Day on which its document was signed, where that is another.');
export const ExplanationField = (): PropertyDecorator => TextField('One plain sentence.');
/** Finds by a part of the name. */
export const NamePartField = (): PropertyDecorator =>
  OptionalTextField('Anywhere in the name, with or without diacritics, in any case.');

function required(type: ReturnTypeFunc): FieldWhich {
  return (says) => Field(type, says === undefined ? {} : { description: says });
}

function optional(type: ReturnTypeFunc): FieldWhich {
  return (says) => Field(type, { nullable: true, ...(says === undefined ? {} : { description: says }) });
}
