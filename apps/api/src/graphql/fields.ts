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

function required(type: ReturnTypeFunc): FieldWhich {
  return (says) => Field(type, says === undefined ? {} : { description: says });
}

function optional(type: ReturnTypeFunc): FieldWhich {
  return (says) => Field(type, { nullable: true, ...(says === undefined ? {} : { description: says }) });
}
