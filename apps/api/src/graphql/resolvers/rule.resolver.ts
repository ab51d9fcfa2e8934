import { Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AskQuery,
  DecideRuleCommand,
  decisionRules,
  READ_MODEL,
  type Answered,
  type Clocks,
  type ReadModel,
  type RuleView,
} from '#application';
import type { RuleAnswer, RuleMatter } from '#domain';
import type { RequestContext } from '../../http/context.js';
import { AtArg, IdArg } from '../asking.js';
import { AtInput } from '../at.input.js';
import { RuleMatterEnum } from '../enums.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import { DecideRuleInputType } from '../inputs/rules.input.js';
import { actOf, unitOf } from '../lookups.js';
import { ActType } from '../types/act.js';
import { DecisionRuleAnswerType, DecisionRuleType } from '../types/rule.js';
import { UnitType } from '../types/unit.js';
import { FieldsResolver } from './bases.js';

/** What provinces decided: questions and decisions. */
@Resolver(() => DecisionRuleAnswerType)
export class DecisionRuleAnswerResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
  ) {}

  @Query(() => [DecisionRuleAnswerType], {
    description: 'Which rule of the province applied on the day, by matter and former territory.',
  })
  async decisionRules(
    @IdArg('provinceId') provinceId: string,
    @Args('matter', { type: () => RuleMatterEnum, nullable: true }) matter?: RuleMatter | null,
    @Args('territoryId', {
      type: () => ID,
      nullable: true,
      description: 'A unit of the province, of today or dissolved; absent: each former province.',
    })
    territoryId?: string | null,
    @AtArg() at?: AtInput,
  ): Promise<DecisionRuleAnswerType[]> {
    const request = {
      provinceId,
      ...(matter == null ? {} : { matter }),
      ...(territoryId == null ? {} : { territoryId }),
    };
    const { clocks, result }: Answered<readonly RuleAnswer[]> = await this.queries.execute(
      new AskQuery(at, (readModel, on) => decisionRules(readModel, request, on)),
    );
    return result.map((answer) => ({
      ...answer,
      clocks,
      rules: (answer.rules as readonly RuleView[]).map((rule) => ruleNode(rule, clocks)),
    }));
  }

  @ResolveField(() => UnitType, { nullable: true, description: 'The territory that it is answered for.' })
  territory(@Parent() { territoryUnitId, clocks }: DecisionRuleAnswerType): UnitType | null {
    return unitOf(this.readModel, territoryUnitId, clocks);
  }

  @ResolveField(() => UnitType, {
    nullable: true,
    description: 'The province it belonged to before the reform.',
  })
  formerProvince(@Parent() { formerProvinceUnitId, clocks }: DecisionRuleAnswerType): UnitType | null {
    return unitOf(this.readModel, formerProvinceUnitId, clocks);
  }

  @Decides('Records what a province decided on a matter; with a reason, puts an earlier record right.')
  decideRule(@Args('input') input: DecideRuleInputType, @Context() context: RequestContext): Promise<object> {
    return executeCommand(this.commands, DecideRuleCommand, input, context);
  }
}

@Resolver(() => DecisionRuleType)
export class DecisionRuleResolver extends FieldsResolver {
  @ResolveField(() => UnitType, { nullable: true, description: 'The province that decided, of its time.' })
  province(@Parent() { provinceUnitId, clocks }: DecisionRuleType): UnitType | null {
    return unitOf(this.readModel, provinceUnitId, clocks);
  }

  @ResolveField(() => UnitType, {
    nullable: true,
    description: 'The unit whose territory it covers; absent: all of the province.',
  })
  territory(@Parent() { territoryUnitId, clocks }: DecisionRuleType): UnitType | null {
    return unitOf(this.readModel, territoryUnitId, clocks);
  }

  @ResolveField(() => ActType, { nullable: true })
  act(@Parent() { actId, clocks }: DecisionRuleType): ActType | null {
    return actOf(this.readModel, actId, clocks.knownSeq);
  }
}

function ruleNode(rule: RuleView, clocks: Clocks): DecisionRuleType {
  return { ...rule, id: rule.ruleId, replacesRuleIds: rule.replacesRuleIds ?? [], clocks };
}
