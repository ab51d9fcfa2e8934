import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type EventView, type ReadModel } from '#application';
import { streamOf } from '#domain';
import { officeOf, optionalOffice } from '../lookups.js';
import { eventNode } from '../nodes.js';
import { InstantScalar } from '../scalars.js';
import { RecordedEventType } from '../types/event.js';
import {
  HandoverDiscrepancyType,
  HandoverItemType,
  HandoverSignatureType,
  HandoverType,
  HandoverWaitType,
  MissingFileType,
} from '../types/handover.js';
import { OfficeType } from '../types/responsibility.js';
import { FieldsResolver } from './bases.js';

const PAGE = 100;

/** The third of the three dates: when the service was told. */
@Resolver(() => HandoverType)
export class HandoverRecordResolver extends FieldsResolver {
  @ResolveField(() => InstantScalar, { description: 'When the draft was recorded.' })
  recordedAt(@Parent() { id, clocks }: HandoverType): string | undefined {
    return eventsOf(this.readModel, id, clocks.knownSeq)[0]?.recordedAt;
  }

  @ResolveField(() => [RecordedEventType], { description: 'Everything recorded of it, in order.' })
  events(@Parent() { id, clocks }: HandoverType): RecordedEventType[] {
    return eventsOf(this.readModel, id, clocks.knownSeq).map((event) => eventNode(event, clocks.knownSeq));
  }
}

@Resolver(() => HandoverSignatureType)
export class HandoverSignatureResolver extends FieldsResolver {
  @ResolveField(() => OfficeType)
  office(@Parent() { officeId, clocks }: HandoverSignatureType): OfficeType {
    return officeOf(this.readModel, officeId, clocks);
  }

  @ResolveField(() => InstantScalar, { description: 'When it was recorded: the third of the three dates.' })
  recordedAt(@Parent() { handoverId, revision, clocks }: HandoverSignatureType): string | undefined {
    const events = eventsOf(this.readModel, handoverId, clocks.knownSeq);
    return events.find((event) => event.revision === revision)?.recordedAt;
  }
}

@Resolver(() => HandoverItemType)
export class HandoverItemResolver extends FieldsResolver {
  @ResolveField(() => OfficeType, { nullable: true, description: 'Who manages it at present.' })
  manager(@Parent() { managerOfficeId, clocks }: HandoverItemType): OfficeType | null {
    return optionalOffice(this.readModel, managerOfficeId, clocks);
  }
}

@Resolver(() => MissingFileType)
export class MissingFileResolver extends FieldsResolver {
  @ResolveField(() => OfficeType)
  confirmedBy(@Parent() { officeId, clocks }: MissingFileType): OfficeType {
    return officeOf(this.readModel, officeId, clocks);
  }
}

@Resolver(() => HandoverDiscrepancyType)
export class HandoverDiscrepancyResolver extends FieldsResolver {
  @ResolveField(() => OfficeType, { description: 'The party that opened it.' })
  openedBy(@Parent() { officeId, clocks }: HandoverDiscrepancyType): OfficeType {
    return officeOf(this.readModel, officeId, clocks);
  }
}

@Resolver(() => HandoverWaitType)
export class HandoverWaitResolver extends FieldsResolver {
  @ResolveField(() => OfficeType)
  office(@Parent() { officeId, clocks }: HandoverWaitType): OfficeType {
    return officeOf(this.readModel, officeId, clocks);
  }
}

/** All events of a handover known by then, by revision. */
function eventsOf(readModel: ReadModel, id: string, knownSeq: number): readonly EventView[] {
  const events: EventView[] = [];
  for (let after: string | undefined; ;) {
    const page = readModel.auditTrail({ subjectId: id }, knownSeq, {
      first: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    events.push(...page.rows.map(({ row }) => row));
    after = page.rows.at(-1)?.key;
    if (!page.hasNext) break;
  }
  return events
    .filter((event) => event.stream === streamOf.handover(id))
    .sort((a, b) => a.revision - b.revision);
}
