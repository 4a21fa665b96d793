import type { Document, YAMLError } from 'yaml';
import { type Problem, problem } from '../../diagnostics/problem.js';

/** The first of what `yaml` reports: the others are mostly its consequences. */
export function syntaxProblem(file: string, _text: string, document: Document): Problem | undefined {
  const first = document.errors.reduce<YAMLError | undefined>(
    (before, error) => (before && before.pos[0] <= error.pos[0] ? before : error),
    undefined,
  );
  return first && problem('PLAN0001', { file, offset: first.pos }, { reason: first.message });
}
