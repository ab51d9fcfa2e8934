import { Controller, Get, HttpCode, Inject, ServiceUnavailableException } from '@nestjs/common';
import { READ_MODEL, REPLICA, type ReadModel, type ReadModelStatus, type ReplicaWatch } from '#application';
import { readiness } from './readiness.js';
import { READY_LAG_SECONDS, SERVING, type Serving } from './serving.js';

/** What watches over the service asks here. Nothing here waits for the log. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
    @Inject(REPLICA) private readonly replica: ReplicaWatch,
    @Inject(SERVING) private readonly serving: Serving,
    @Inject(READY_LAG_SECONDS) private readonly lagSeconds: number,
  ) {}

  /** The process answers. */
  @Get('live')
  @HttpCode(200)
  live(): { status: string } {
    return { status: 'live' };
  }

  /** Whether questions belong here; anybody may ask, so that the answer tells numbers and a code and no more. */
  @Get('ready')
  ready(): object {
    const readModel = this.#status();
    const replica = this.replica.state();
    const { serving, lagSeconds } = this;
    const { ready, reason } = readiness({ serving, readModel, replica, lagSeconds });
    const { head, completeAsOf, ageSeconds } = replica;
    const answer = {
      status: ready ? 'ready' : 'not-ready',
      reason,
      seq: readModel?.seq,
      position: readModel?.position,
      recordedAt: readModel?.recordedAt,
      head,
      completeAsOf,
      ageSeconds,
      stoppedAtSeq: readModel?.poison?.seq,
    };
    if (ready) return answer;
    throw new ServiceUnavailableException(answer);
  }

  #status(): ReadModelStatus | undefined {
    try {
      return this.readModel.status();
    } catch {
      return undefined;
    }
  }
}
