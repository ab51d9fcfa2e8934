import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { BanGiaoError } from '#domain';

/** Checks the inputs of mutations by their class-validator rules; queries have none beyond their scalars. */
export const inputValidation = new ValidationPipe({ transform: false, exceptionFactory: invalidInput });

/** The first thing wrong with an input, as one of our errors. */
function invalidInput(errors: readonly ValidationError[]): BanGiaoError {
  const { path, error } = deepest(errors[0], '');
  const why = Object.values(error?.constraints ?? {})[0] ?? 'is not valid';
  return new BanGiaoError('INVALID_INPUT', `The input is not valid: ${why}.`, {
    field: path,
    value: JSON.stringify(error?.value) ?? '',
    remedy: 'Correct this field; the schema describes what it takes.',
  });
}

function deepest(
  error: ValidationError | undefined,
  prefix: string,
): { path: string; error: ValidationError | undefined } {
  const path = prefix === '' ? (error?.property ?? 'input') : `${prefix}.${error?.property ?? ''}`;
  const child = error?.children?.[0];
  return child === undefined ? { path, error } : deepest(child, path);
}
