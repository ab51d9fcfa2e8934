import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ResponsibilityQuery, type Answered, type ReadModel, type ResponsibilityView } from '#application';
import { BanGiaoError } from '#domain';
import { AtArg, IdArg } from '../asking.js';
import { AtInput } from '../at.input.js';
import { officeOf } from '../lookups.js';
import { dutyNode, eventNode, responsibilityNode, unitNode } from '../nodes.js';
import { DutyType } from '../types/duty.js';
import { RecordedEventType } from '../types/event.js';
import { BasisType, HolderType, OfficeType, ResponsibilityType } from '../types/responsibility.js';
import { UnitType } from '../types/unit.js';
import { FieldsResolver, QuestionsResolver } from './bases.js';
import { withAct } from './with-act.js';

@Resolver(() => ResponsibilityType)
export class ResponsibilityResolver extends QuestionsResolver {
  @Query(() => ResponsibilityType, {
    description: 'Who is responsible for a duty over a subject, on any day, as known at any time.',
  })
  async responsibility(
    @IdArg('subjectId') subjectId: string,
    @IdArg('dutyId') dutyId: string,
    @AtArg() at?: AtInput,
  ): Promise<ResponsibilityType> {
    const query = new ResponsibilityQuery(subjectId, dutyId, at);
    const { clocks, result }: Answered<ResponsibilityView> = await this.queries.execute(query);
    return responsibilityNode(result, clocks);
  }

  @ResolveField(() => DutyType)
  duty(@Parent() { dutyId, clocks }: ResponsibilityType): DutyType {
    return dutyOf(this.readModel, dutyId, clocks.knownSeq);
  }

  @ResolveField(() => [OfficeType], { description: 'Who it may be, where undetermined.' })
  candidates(@Parent() { candidateIds, clocks }: ResponsibilityType): OfficeType[] {
    return candidateIds.map((id) => officeOf(this.readModel, id, clocks));
  }

  @ResolveField(() => [RecordedEventType], { description: 'The events that this answer rests on.' })
  decidedBy(@Parent() { decidedBySeqs, clocks }: ResponsibilityType): RecordedEventType[] {
    return decidedBySeqs.flatMap((seq) => {
      const event = this.readModel.event(seq);
      return event === undefined ? [] : [eventNode(event, clocks.knownSeq)];
    });
  }
}

@Resolver(() => HolderType)
export class HolderResolver extends FieldsResolver {
  @ResolveField(() => OfficeType)
  office(@Parent() { officeId, clocks }: HolderType): OfficeType {
    return officeOf(this.readModel, officeId, clocks);
  }
}

@Resolver(() => OfficeType)
export class OfficeResolver extends FieldsResolver {
  @ResolveField(() => UnitType, { nullable: true })
  unit(@Parent() { unitId, clocks }: OfficeType): UnitType | null {
    if (unitId === undefined) return null;
    const unit = this.readModel.unit(unitId, clocks) ?? this.readModel.anyUnit(unitId, clocks.knownSeq);
    return unit === undefined ? null : unitNode(unit, clocks);
  }
}

@Resolver(() => BasisType)
export class BasisResolver extends withAct(BasisType) {}

/** A duty by its name, which is not an answer: the catalogue may have been recorded later than the time asked about. */
export function dutyOf(readModel: ReadModel, dutyId: string, knownSeq: number): DutyType {
  const seq = Math.max(knownSeq, readModel.status().seq);
  const duty = readModel.duty(dutyId, seq);
  if (duty === undefined)
    throw new BanGiaoError('UNKNOWN_DUTY', `Duty ${dutyId} is assigned but not catalogued.`);
  return dutyNode(duty, seq);
}
