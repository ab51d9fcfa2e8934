import { Controller, Get, HttpCode, Inject, ServiceUnavailableException } from '@nestjs/common';
import { EVENT_LOG, READ_MODEL, type EventLog, type ReadModel } from '#application';

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

  /** Everything in the log can be asked for, and no event stopped the following. */
  @Get('ready')
  async ready(): Promise<object> {
    const { seq, position, poison } = this.readModel.status();
    const head = await this.log.head();
    const ready = poison === undefined && (head === undefined || head === position);
    const state = { status: ready ? 'ready' : 'behind', seq, position, head, poison };
    if (!ready) throw new ServiceUnavailableException(state);
    return state;
  }
}
