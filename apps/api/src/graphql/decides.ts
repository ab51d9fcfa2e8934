import { UsePipes } from '@nestjs/common';
import { Mutation } from '@nestjs/graphql';
import type { RequestContext } from '../http/context.js';
import { inputValidation } from './inputs/validation.js';
import { outcomeOf } from './types/outcome.js';

/** What carries a decision out: its input is called `input`. */
type Decision = (input: never, context: RequestContext) => Promise<object>;

/** A mutation that answers what it wrote, or why it wrote nothing; the types of its answer are named after it. */
export function Decides(description: string) {
  return (target: object, name: string, method: TypedPropertyDescriptor<Decision>): void => {
    const union = outcomeOf(`${name.charAt(0).toUpperCase()}${name.slice(1)}`);
    Mutation(() => union as never, { description })(target, name, method);
    UsePipes(inputValidation)(target, name, method);
  };
}
