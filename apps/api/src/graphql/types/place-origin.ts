import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import type { PlaceOrigin } from '#domain';
import { PlacementPrecisionEnum, ProvenanceEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';

@ObjectType('PlaceOrigin', {
  description: 'A unit of the recorded place of a cluster, and what led from it to the place on the day.',
})
export class PlaceOriginType {
  readonly clocks!: Clocks;
  readonly clusterId!: string;
  readonly origin!: PlaceOrigin;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day of the recorded place; absent means since the cluster began.',
  })
  readonly since?: string;

  @Field(() => PlacementPrecisionEnum)
  readonly precision!: string;

  @Field(() => Boolean, { description: 'False where the source names some of its communes and not all.' })
  readonly complete!: boolean;

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly evidence!: string;
}
