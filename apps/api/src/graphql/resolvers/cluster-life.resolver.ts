import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  inFlightAtCutover,
  lifecycleOn,
  namesUntil,
  phasesOn,
  sharesOn,
  stepsUntil,
  type LifecycleStep,
} from '#domain';
import { actOf } from '../lookups.js';
import { unitNode } from '../nodes.js';
import { ActType } from '../types/act.js';
import {
  ClusterLifecycleType,
  ClusterNameType,
  ClusterPhaseType,
  ClusterShareType,
  LifecycleStepType,
  ProcedureType,
} from '../types/cluster-life.js';
import { ClusterType } from '../types/cluster.js';
import { UnitType } from '../types/unit.js';
import { FieldsResolver } from './bases.js';
import { withAct } from './with-act.js';

/** Where a cluster stands, what it was called and what it consists of, on the day. */
@Resolver(() => ClusterType)
export class ClusterLifeResolver {
  @ResolveField(() => ClusterLifecycleType)
  lifecycle(@Parent() { view, clocks }: ClusterType): ClusterLifecycleType {
    const { validAt, knownSeq } = clocks;
    const { step, ...now } = lifecycleOn(view, validAt) ?? {};
    return {
      ...now,
      ...(step === undefined ? {} : { step: stepNode(step, knownSeq) }),
      inFlightAtCutover: inFlightAtCutover(view),
      history: stepsUntil(view, validAt).map((past) => stepNode(past, knownSeq)),
    };
  }

  @ResolveField(() => [ClusterNameType], {
    description: 'Its names up to the day, the registered one first.',
  })
  names(@Parent() { view, clocks }: ClusterType): ClusterNameType[] {
    return namesUntil(view, clocks.validAt).map((name) => ({ ...name, knownSeq: clocks.knownSeq }));
  }

  @ResolveField(() => [ClusterPhaseType])
  phases(@Parent() { view, clocks }: ClusterType): ClusterPhaseType[] {
    const recorded = phasesOn(view, clocks.validAt);
    if (recorded === undefined) return [];
    const { phases, provenance, source } = recorded;
    return phases.map((phase) => ({ ...phase, provenance, source }));
  }

  @ResolveField(() => [ClusterShareType], {
    description: 'How much of it lies in each unit; empty where that is not recorded.',
  })
  shares(@Parent() { view, clocks }: ClusterType): ClusterShareType[] {
    const recorded = sharesOn(view, clocks.validAt);
    if (recorded === undefined) return [];
    const { shares, provenance, source } = recorded;
    return shares.map((share) => ({ ...share, provenance, source, clocks }));
  }
}

function stepNode({ procedure, ...step }: LifecycleStep, knownSeq: number): LifecycleStepType {
  return { ...step, knownSeq, ...(procedure === undefined ? {} : { procedure: { ...procedure, knownSeq } }) };
}

@Resolver(() => LifecycleStepType)
export class LifecycleStepResolver extends withAct(LifecycleStepType, 'The decision that made it.') {}

@Resolver(() => ClusterNameType)
export class ClusterNameResolver extends withAct(ClusterNameType, 'The decision that gave it.') {}

@Resolver(() => ProcedureType)
export class ProcedureResolver extends FieldsResolver {
  @ResolveField(() => ActType, { nullable: true, description: 'The decree that it finishes under.' })
  applicableAct(@Parent() { applicableActId, knownSeq }: ProcedureType): ActType | null {
    return actOf(this.readModel, applicableActId, knownSeq);
  }
}

@Resolver(() => ClusterShareType)
export class ClusterShareResolver extends FieldsResolver {
  @ResolveField(() => UnitType, { nullable: true })
  unit(@Parent() { unitId, clocks }: ClusterShareType): UnitType | null {
    const unit = this.readModel.anyUnit(unitId, clocks.knownSeq);
    return unit === undefined ? null : unitNode(unit, clocks);
  }
}
