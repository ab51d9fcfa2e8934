import { Catch, type ExceptionFilter } from '@nestjs/common';
import { BanGiaoError } from '#domain';

/** Our own errors are answers, not failures of the service: they go to the error formatter and into no log. */
@Catch(BanGiaoError)
export class AnswerFilter implements ExceptionFilter<BanGiaoError> {
  catch(error: BanGiaoError): BanGiaoError {
    return error;
  }
}
