import type { Type } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actOf } from '../lookups.js';
import { ActType } from '../types/act.js';
import { FieldsResolver } from './bases.js';

/** What has an act under an id, as known at one point. */
interface UnderAct {
  readonly actId?: string;
  readonly knownSeq: number;
}

/**
 * A resolver of the act of a type, as a class for each:
 * the field of one common base would be served by the first that extends it.
 */
export function withAct(type: Type<UnderAct>, says?: string) {
  @Resolver(() => type, { isAbstract: true })
  abstract class WithActResolver extends FieldsResolver {
    @ResolveField(() => ActType, { nullable: true, ...(says === undefined ? {} : { description: says }) })
    act(@Parent() { actId, knownSeq }: UnderAct): ActType | null {
      return actOf(this.readModel, actId, knownSeq);
    }
  }
  return WithActResolver;
}
