import { Args, Context, Resolver } from '@nestjs/graphql';
import {
  AdvanceInvestorCommand,
  AppointInvestorCommand,
  CorrectInvestorCommand,
  EndInvestorCommand,
  RearrangeInvestorCommand,
  ReplaceInvestorCommand,
} from '#application';
import type { RequestContext } from '../../http/context.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import {
  AdvanceInvestorInputType,
  AppointInvestorInputType,
  CorrectInvestorInputType,
  EndInvestorInputType,
  RearrangeInvestorInputType,
  ReplaceInvestorInputType,
} from '../inputs/investors.input.js';
import { DecisionsResolver } from './bases.js';

/** Decisions on the investors of clusters; the investor's duties pass with the role, and only by a decision. */
@Resolver()
export class InvestorMutationsResolver extends DecisionsResolver {
  @Decides('Records a step of an application or of an appointment; it changes nobody’s duties.')
  advanceInvestor(
    @Args('input') input: AdvanceInvestorInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, AdvanceInvestorCommand, input, context);
  }

  @Decides('Appoints an investor where none is current; the duties of an investor pass to it.')
  appointInvestor(
    @Args('input') input: AppointInvestorInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, AppointInvestorCommand, input, context);
  }

  @Decides('Replaces an investor by another on the same day, with its duties.')
  replaceInvestor(
    @Args('input') input: ReplaceInvestorInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, ReplaceInvestorCommand, input, context);
  }

  @Decides(
    'Records how the province rearranged a public investor (NĐ 32/2024 Đ.35(3)); its duties pass that day.',
  )
  rearrangeInvestor(
    @Args('input') input: RearrangeInvestorInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, RearrangeInvestorCommand, input, context);
  }

  @Decides('Ends an appointment that nobody follows, or an application that was not selected.')
  endInvestor(
    @Args('input') input: EndInvestorInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, EndInvestorCommand, input, context);
  }

  @Decides(
    'Takes back what was recorded last of an appointment, because it was wrong; the duties that passed by it are corrected.',
  )
  correctInvestor(
    @Args('input') input: CorrectInvestorInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, CorrectInvestorCommand, input, context);
  }
}
