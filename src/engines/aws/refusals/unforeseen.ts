import { problem } from '../../../diagnostics/problem.js';
import { StoreError } from '../../../ports/store-error.js';
import { refusalIn, said } from './refusal.js';

/** What AWS answers to a request where nobody knows more about it; undefined for what is no answer of AWS. */
export function unforeseen(error: unknown, operation?: string, file = 'AWS'): StoreError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { name, message, status } = refusalIn(error);
  if (status === undefined) return undefined;
  const help =
    'look whether AWS has a disturbance there, and whether the request makes sense: https://health.aws.amazon.com/health/status';
  const reason = `${said(message) || 'it says no more'} (${name}, ${status})`;
  return new StoreError(problem('PLAN7048', { file }, { operation, reason }, { help }));
}
