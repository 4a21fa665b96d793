import { isSystemError, systemReason } from '../../distribution/system-reason.js';
import { StatesError } from '../../ports/states-error.js';

/** What a state is told of an error. */
export function failureOf(error: unknown): StatesError {
  if (error instanceof StatesError) return error;
  if (!(error instanceof Error)) return new StatesError('JobFailed', String(error));
  if (!isSystemError(error)) return new StatesError('JobFailed', error.message);
  const { code, path } = error;
  // https://man7.org/linux/man-pages/man2/execve.2.html#:~:text=Limits
  if (code === 'E2BIG')
    return new StatesError('JobFailed', 'the values of `Environment` are too large for a program');
  return new StatesError('JobFailed', `${path === undefined ? '' : `\`${path}\`: `}${systemReason(error)}`);
}
