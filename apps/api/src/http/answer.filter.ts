import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isRetryable } from '#application';
import { BanGiaoError } from '#domain';
import { describeError, speaking } from '../graphql/error-answer.js';

/**
 * Our own errors are answers, not failures of the service, and go into no log: those of GraphQL to the error formatter,
 * those of other addresses out in the same form.
 */
@Catch(BanGiaoError)
export class AnswerFilter implements ExceptionFilter<BanGiaoError> {
  catch(error: BanGiaoError, host: ArgumentsHost): BanGiaoError | undefined {
    if (host.getType() !== 'http') return speaking(error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    // The answer that it stands for may have been promised as another type.
    void reply
      .code(isRetryable(error) ? 503 : 400)
      .type('application/json; charset=utf-8')
      .send({ data: null, errors: [describeError(error)] });
    return undefined;
  }
}
