import type {
  AcceptMatter,
  AdvanceMatter,
  CloseMatter,
  CoordinateMatter,
  MatterRecord,
  TakeOverMatter,
} from '#domain';
import type { CommandContext } from './commands.js';

interface Expected {
  readonly expectedRevision: number;
}
export type RecordMatterInput = MatterRecord;
export type TakeOverMatterInput = TakeOverMatter & Expected;
export type CoordinateMatterInput = CoordinateMatter & Expected;
export type AcceptMatterInput = AcceptMatter & Expected;
export type AdvanceMatterInput = AdvanceMatter & Expected;
export type CloseMatterInput = CloseMatter & Expected;

export class RecordMatterCommand {
  constructor(
    readonly input: RecordMatterInput,
    readonly context: CommandContext,
  ) {}
}
export class TakeOverMatterCommand {
  constructor(
    readonly input: TakeOverMatterInput,
    readonly context: CommandContext,
  ) {}
}
export class CoordinateMatterCommand {
  constructor(
    readonly input: CoordinateMatterInput,
    readonly context: CommandContext,
  ) {}
}
export class AcceptMatterCommand {
  constructor(
    readonly input: AcceptMatterInput,
    readonly context: CommandContext,
  ) {}
}
export class AdvanceMatterCommand {
  constructor(
    readonly input: AdvanceMatterInput,
    readonly context: CommandContext,
  ) {}
}
export class CloseMatterCommand {
  constructor(
    readonly input: CloseMatterInput,
    readonly context: CommandContext,
  ) {}
}
