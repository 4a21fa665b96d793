import { isSystemError, systemReason } from '../../distribution/system-reason.js';
import type { Answer } from '../../ports/orchestrator.js';
import { StatesError } from '../../ports/states-error.js';

/** What a state is told of an error. */
export function failureOf(error: unknown): Extract<Answer, { readonly error: string }> {
  if (error instanceof StatesError) return { error: error.name, cause: error.message };
  return { error: 'JobFailed', cause: causeOf(error) };
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!isSystemError(error)) return error.message;
  const { code, path } = error;
  // https://man7.org/linux/man-pages/man2/execve.2.html#:~:text=Limits
  if (code === 'E2BIG') return 'the values of `Environment` are too large for a program';
  return `${path === undefined ? '' : `\`${path}\`: `}${systemReason(error)}`;
}
