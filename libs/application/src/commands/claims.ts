import type { ClaimAccepted, ClaimRecorded } from '#domain';
import type { CommandContext } from './commands.js';

/** What a source states; its id is made of the command where absent. */
export type RecordClaimInput = Omit<ClaimRecorded, 'claimId'> & { readonly claimId?: string };

export type AcceptClaimInput = ClaimAccepted & {
  /** What the caller saw of the claims; absent where none had been recorded yet. */
  readonly expectedRevision?: number;
};

export class RecordClaimCommand {
  constructor(
    readonly input: RecordClaimInput,
    readonly context: CommandContext,
  ) {}
}
export class AcceptClaimCommand {
  constructor(
    readonly input: AcceptClaimInput,
    readonly context: CommandContext,
  ) {}
}
