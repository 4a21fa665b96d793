import type { Perform } from './job-context.js';
import type { Reconcile, Wait } from './run-context.js';

/** What a type's `run.ts` exports: one of the first two, and how its job is done if `wait` submits one. */
interface Run {
  readonly reconcile?: Reconcile<never>;
  readonly wait?: Wait<never>;
  readonly perform?: Perform<never>;
}

/** Every state type that the worker works for, loaded when a state of it runs. */
export const runs: { readonly [type: string]: () => Promise<Run> } = {
  approval: () => import('./approval/run.js'),
  cdk: () => import('./cdk/run.js'),
  cfn: () => import('./cfn/run.js'),
  import: () => import('./import/run.js'),
  runner: () => import('./runner/run.js'),
  sam: () => import('./sam/run.js'),
};
