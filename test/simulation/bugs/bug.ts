import type {
  AppendResult,
  EventEnvelope,
  EventLog,
  ExpectedRevision,
  ReadModel,
  SubscriptionItem,
} from '#application';

/** What a question of the simulation asks of a read model. */
export type Answers = Pick<ReadModel, 'responsibility' | 'seqKnownAt'>;

/** `EventLog.append`, with the log in front. */
export type Append = (
  log: EventLog,
  stream: string,
  events: readonly EventEnvelope[],
  expected: ExpectedRevision,
) => Promise<AppendResult>;

/** A mistake that somebody might make, planted at a port to see that the simulation finds it. */
export interface Bug {
  readonly append?: Append;
  /** `resumed` where it is not the first subscription of its follower. */
  readonly items?: (
    items: AsyncIterable<SubscriptionItem>,
    resumed: boolean,
  ) => AsyncIterable<SubscriptionItem>;
  readonly answers?: (model: ReadModel) => Answers;
}
