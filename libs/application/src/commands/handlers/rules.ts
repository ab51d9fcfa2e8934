import { decideRule, ruleId, streamOf } from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import { knownRules } from '../../queries/decision-rules.js';
import { COMMAND_PORTS } from '../../tokens.js';
import type { CommandOutcome } from '../commands.js';
import { decideOnAggregate, type CommandPorts } from '../execution.js';
import { DecideRuleCommand } from '../rules.js';

/** Records what a province decided on a matter. */
@CommandHandler(DecideRuleCommand)
export class DecideRuleHandler implements ICommandHandler<DecideRuleCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: DecideRuleCommand): Promise<CommandOutcome> {
    const { expectedRevision, ...rule } = input;
    const id = ruleId(rule);
    const { readModel } = this.ports;
    const plan = {
      id,
      stream: streamOf.rule(id),
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
      state: (knownSeq: number) => readModel.rules.rule(id, knownSeq),
    };
    return decideOnAggregate(plan, context, this.ports, (state, { knownSeq }) =>
      decideRule(rule, state, knownRules(readModel, rule.matter, knownSeq)),
    );
  }
}
