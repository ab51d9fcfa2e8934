import { Field } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsNotEmpty,
  IsOptional,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  IdField,
  IdsField,
  IntField,
  OptionalDayField,
  OptionalIdField,
  OptionalIntField,
  OptionalTextField,
  TextField,
} from '../fields.js';

/** Fields of inputs with the rules by which they are checked before a command is made of them. */

export const CheckedId = (says?: string, max?: number): PropertyDecorator =>
  stacked(IdField(says), IsNotEmpty(), ...(max === undefined ? [] : [MaxLength(max)]));

export const OptionalCheckedId = (says?: string, max?: number): PropertyDecorator =>
  stacked(OptionalIdField(says), IsOptional(), IsNotEmpty(), ...(max === undefined ? [] : [MaxLength(max)]));

/** The id of an event. */
export const EventIdField = (says: string): PropertyDecorator => stacked(IdField(says), IsUUID());
export const OptionalEventIdField = (says: string): PropertyDecorator =>
  stacked(OptionalIdField(says), IsOptional(), IsUUID());

/** One to fifty units. */
export const UnitIdsField = (says?: string): PropertyDecorator =>
  stacked(IdsField(says), ArrayMinSize(1), ArrayMaxSize(50));

export const CheckedText = (max: number, says?: string): PropertyDecorator =>
  stacked(TextField(says), IsNotEmpty(), MaxLength(max));

export const OptionalCheckedText = (max: number, says?: string): PropertyDecorator =>
  stacked(OptionalTextField(says), IsOptional(), IsNotEmpty(), MaxLength(max));

/** A text whose length alone is checked here; what it may say is the decider's. */
export const OptionalNote = (max: number, says?: string): PropertyDecorator =>
  stacked(OptionalTextField(says), IsOptional(), MaxLength(max));

/** Where a fact was read. */
export const SourceField = (): PropertyDecorator => CheckedText(2_000, 'Where the facts were read.');

/** The day of a step that is mostly recorded on the day it is made. */
export const OnDayField = (): PropertyDecorator => OptionalDayField('Today where absent.');

/** Why something was decided. */
export const ReasonField = (says = 'Why, in one sentence.'): PropertyDecorator => CheckedText(2_000, says);

/** The revision that the caller saw, so that nobody decides on what has changed meanwhile. */
export const ExpectedRevisionField = (says = 'The revision it was decided on.'): PropertyDecorator =>
  stacked(IntField(says), Min(0));
export const OptionalExpectedRevisionField = (says: string): PropertyDecorator =>
  stacked(OptionalIntField(says), IsOptional(), Min(0));

/** An input within an input, checked by its own rules. */
export const PartField = (type: PartType, says?: string): PropertyDecorator =>
  stacked(Field(type, described(says)), ValidateNested(), Type(type));
export const OptionalPartField = (type: PartType, says?: string): PropertyDecorator =>
  stacked(Field(type, { nullable: true, ...described(says) }), IsOptional(), ValidateNested(), Type(type));

interface PartsOptions {
  readonly says?: string;
  readonly min?: number;
  readonly max?: number;
  /** What it means that the caller gives no list; it is refused unless this says otherwise. */
  readonly absent?: 'ALLOWED' | 'EMPTY';
}

const ABSENT = { REFUSED: {}, ALLOWED: { nullable: true }, EMPTY: { defaultValue: [] as object[] } } as const;

/** A list of inputs within an input, each checked by its own rules. */
export function PartsField(type: PartType, { says, min, max, absent }: PartsOptions): PropertyDecorator {
  return stacked(
    Field(() => [type()], { ...ABSENT[absent ?? 'REFUSED'], ...described(says) }),
    ...(absent === 'ALLOWED' ? [IsOptional()] : []),
    ...(min === undefined ? [] : [ArrayMinSize(min)]),
    ...(max === undefined ? [] : [ArrayMaxSize(max)]),
    ValidateNested({ each: true }),
    Type(type),
  );
}

type PartType = () => new () => object;

function described(says: string | undefined): { readonly description?: string } {
  return says === undefined ? {} : { description: says };
}

/** Decorators as one, applied as if they stood above the property in this order. */
function stacked(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, key) => decorators.toReversed().forEach((decorate) => decorate(target, key));
}
