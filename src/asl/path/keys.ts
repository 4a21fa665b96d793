import { parse } from './parse.js';
import type { PathExpression, Step } from './syntax.js';

/** The first step by which a path may find several places, or computes one. */
export const severalBy = ({ steps }: PathExpression): Step | undefined =>
  steps.find(({ kind, deep }) => deep || (kind !== 'key' && kind !== 'index'));

/** The keys of a path into the input, such as an author's `ResultPath`; undefined when it does not name a single place. */
export function pathKeys(path: string): readonly (string | number)[] | undefined {
  const found = parse(path);
  if (found.kind !== 'path' || found.root !== 'input' || severalBy(found) !== undefined) return undefined;
  return found.steps.flatMap((step): readonly (string | number)[] => {
    if (step.kind === 'key') return [step.key];
    return step.kind === 'index' ? [step.index] : [];
  });
}
