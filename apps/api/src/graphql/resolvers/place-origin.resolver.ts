import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { placeOriginsOn } from '#domain';
import { eventOf } from '../knowledge-nodes.js';
import { actOf, unitOf } from '../lookups.js';
import { placeOriginNode, successionNode } from '../nodes.js';
import { ActType } from '../types/act.js';
import { RecordedEventType } from '../types/event.js';
import { PlaceOriginType } from '../types/place-origin.js';
import { ResponsibilityType } from '../types/responsibility.js';
import { SuccessionType, UnitType } from '../types/unit.js';
import { FieldsResolver } from './bases.js';

/** Why the subject of an answer lies where it lies. */
@Resolver(() => ResponsibilityType)
export class PlaceOfResponsibilityResolver extends FieldsResolver {
  @ResolveField(() => [PlaceOriginType], {
    description:
      'The recorded place that the place on the day follows from, unit by unit; empty where none is recorded.',
  })
  placeFollowsFrom(@Parent() { subjectId, clocks }: ResponsibilityType): PlaceOriginType[] {
    const cluster = this.readModel.cluster(subjectId, clocks.knownSeq);
    if (cluster === undefined) return [];
    const lineage = this.readModel.lineage(clocks.knownSeq);
    return placeOriginsOn(cluster.placements, clocks.validAt, lineage).map((origin) =>
      placeOriginNode(origin, subjectId, clocks),
    );
  }
}

@Resolver(() => PlaceOriginType)
export class PlaceOriginResolver extends FieldsResolver {
  @ResolveField(() => UnitType, {
    nullable: true,
    description: 'As recorded: on the day, or as it last was.',
  })
  unit(@Parent() { origin, clocks }: PlaceOriginType): UnitType | null {
    return unitOf(this.readModel, origin.unitId, clocks);
  }

  @ResolveField(() => ActType, { nullable: true, description: 'The decision that placed it there.' })
  act(@Parent() { origin, clocks }: PlaceOriginType): ActType | null {
    return actOf(this.readModel, origin.placement.actId, clocks.knownSeq);
  }

  @ResolveField(() => RecordedEventType, {
    nullable: true,
    description: 'The event that recorded the place.',
  })
  recordedBy(@Parent() { origin, clusterId, clocks }: PlaceOriginType): RecordedEventType | null {
    const seq = this.readModel.places.placementSeq(clusterId, origin.placement, clocks.knownSeq);
    return seq === undefined ? null : eventOf(this.readModel, seq, clocks);
  }

  @ResolveField(() => [SuccessionType], {
    description:
      'Each step between the recorded unit and the units of the day, by day; empty where it stands itself.',
  })
  successions(@Parent() { origin, clocks }: PlaceOriginType): SuccessionType[] {
    return origin.successions.map((step) => successionNode(step, clocks));
  }
}
