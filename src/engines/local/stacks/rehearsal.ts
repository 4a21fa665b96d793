import { didYouMean } from '../../../diagnostics/suggest.js';
import type { StackChange } from '../../../ports/stacks.js';
import { failedTo } from '../../stack-failure.js';
import type { Resource } from './resources.js';
import { TemplateError } from './template-error.js';

/** The logical id of the resource that is to fail, `*` for the first one. */
export type Rehearsal = string | undefined;

/** A resource that fails, whether it would have been changed or not. */
export interface Failure {
  readonly logicalId: string;
  readonly reason: string;
  /** What was done before. */
  readonly done: readonly StackChange[];
}

const verbs = { Add: 'create', Modify: 'update', Remove: 'delete' } as const;

/** Throws a `TemplateError` when the stack has no such resource. */
export function failureOf(
  rehearsal: Rehearsal,
  changes: readonly StackChange[],
  resources: { readonly [id: string]: Resource },
): Failure | undefined {
  const names = [...new Set([...changes.map(({ logicalId }) => logicalId), ...Object.keys(resources)])];
  if (rehearsal === undefined || names.length === 0) return undefined;
  const logicalId = rehearsal === '*' ? names[0]! : rehearsal;
  if (!names.includes(logicalId)) {
    const help = didYouMean(logicalId, names, 'resources of the stack');
    throw new TemplateError(
      `the failure of \`${logicalId}\` was to be rehearsed, which the stack does not have; ${help}`,
    );
  }
  const at = changes.findIndex((change) => change.logicalId === logicalId);
  const type = changes[at]?.type ?? resources[logicalId]!.type;
  const verb = verbs[changes[at]?.action ?? 'Modify'];
  return {
    logicalId,
    reason: failedTo(verb, logicalId, type, 'this failure is a rehearsal'),
    done: changes.slice(0, Math.max(at, 0)),
  };
}
