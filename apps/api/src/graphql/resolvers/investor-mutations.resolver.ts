import { Inject, UsePipes } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AdvanceInvestorCommand,
  AppointInvestorCommand,
  EndInvestorCommand,
  RearrangeInvestorCommand,
  ReplaceInvestorCommand,
} from '#application';
import type { RequestContext } from '../../http/context.js';
import { executeCommand } from '../execute-command.js';
import {
  AdvanceInvestorInputType,
  AppointInvestorInputType,
  EndInvestorInputType,
  RearrangeInvestorInputType,
  ReplaceInvestorInputType,
} from '../inputs/investors.input.js';
import { inputValidation } from '../inputs/validation.js';
import { outcomeOf } from '../types/outcome.js';

const AdvanceInvestor = outcomeOf('AdvanceInvestor');
const AppointInvestor = outcomeOf('AppointInvestor');
const ReplaceInvestor = outcomeOf('ReplaceInvestor');
const RearrangeInvestor = outcomeOf('RearrangeInvestor');
const EndInvestor = outcomeOf('EndInvestor');

type Outcome = Promise<object>;

/** Decisions on the investors of clusters; the investor's duties pass with the role, and only by a decision. */
@Resolver()
@UsePipes(inputValidation)
export class InvestorMutationsResolver {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Mutation(() => AdvanceInvestor.union as never, {
    description: 'Records a step of an application or of an appointment; it changes nobody’s duties.',
  })
  advanceInvestor(
    @Args('input', { type: () => AdvanceInvestorInputType }) input: AdvanceInvestorInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new AdvanceInvestorCommand(given, by),
    );
  }

  @Mutation(() => AppointInvestor.union as never, {
    description: 'Appoints an investor where none is current; the duties of an investor pass to it.',
  })
  appointInvestor(
    @Args('input', { type: () => AppointInvestorInputType }) input: AppointInvestorInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new AppointInvestorCommand(given, by),
    );
  }

  @Mutation(() => ReplaceInvestor.union as never, {
    description: 'Replaces an investor by another on the same day, with its duties.',
  })
  replaceInvestor(
    @Args('input', { type: () => ReplaceInvestorInputType }) input: ReplaceInvestorInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new ReplaceInvestorCommand(given, by),
    );
  }

  @Mutation(() => RearrangeInvestor.union as never, {
    description:
      'Records how the province rearranged a public investor (NĐ 32/2024 Đ.35(3)); its duties pass that day.',
  })
  rearrangeInvestor(
    @Args('input', { type: () => RearrangeInvestorInputType }) input: RearrangeInvestorInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new RearrangeInvestorCommand(given, by),
    );
  }

  @Mutation(() => EndInvestor.union as never, {
    description: 'Ends an appointment that nobody follows, or an application that was not selected.',
  })
  endInvestor(
    @Args('input', { type: () => EndInvestorInputType }) input: EndInvestorInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(this.commands, input, context, (given, by) => new EndInvestorCommand(given, by));
  }
}
