import { Controller, Get, HttpCode, Inject, ServiceUnavailableException } from '@nestjs/common';
import { EVENT_LOG, READ_MODEL, type EventLog, type Position, type ReadModel } from '#application';
import { BanGiaoError } from '#domain';

/** Longest that readiness waits for the read model. */
const CATCH_UP_MS = 1_000;

/** What watches over the service asks here. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
  ) {}

  /** The process answers. */
  @Get('live')
  @HttpCode(200)
  live(): { status: string } {
    return { status: 'live' };
  }

  /** What the log held when asked can be asked for within a moment, and no event stopped the following. */
  @Get('ready')
  async ready(): Promise<object> {
    const head = await this.log.head();
    const caughtUp = await this.#reaches(head);
    const { seq, position, poison } = this.readModel.status();
    if (caughtUp && poison === undefined) return { status: 'ready', seq, position, head };
    // Anybody may ask here, so of what is wrong only the number is told.
    const stopped = poison === undefined ? {} : { stoppedAtSeq: poison.seq };
    throw new ServiceUnavailableException({ status: 'behind', seq, position, head, ...stopped });
  }

  /** While writers append, the read model is always a few events behind: that alone is no reason to turn red. */
  async #reaches(head: Position | undefined): Promise<boolean> {
    if (head === undefined) return true;
    try {
      await this.readModel.waitFor(head, CATCH_UP_MS);
      return true;
    } catch (error) {
      if (error instanceof BanGiaoError && error.code === 'READ_MODEL_BEHIND') return false;
      throw error;
    }
  }
}
