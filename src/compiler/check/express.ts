import { type Problem, problem } from '../../diagnostics/problem.js';
import { objectOr } from '../../language/json.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import { contextOf, typeOf } from '../../states/registry.js';

/**
 * Iterations that are express executions end after five minutes and wait for nobody: no place for plancc's states.
 * https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html
 */
export const checkExpress = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => {
    const [body] = state.inner;
    const { Mode, ExecutionType } = objectOr(body?.value.ProcessorConfig);
    if (body?.kind !== 'body' || Mode !== 'DISTRIBUTED' || ExecutionType !== 'EXPRESS') return [];
    const waiting = firstWaiting(plan, body);
    if (waiting === undefined) return [];
    const { file } = plan.document;
    const help = 'use `ExecutionType: STANDARD`';
    const related = [
      { place: { file, path: waiting.path, on: 'key' as const }, message: `\`${waiting.name}\` is here` },
    ];
    const place = { file, path: [...body.path, 'ProcessorConfig', 'ExecutionType'] };
    return [problem('PLAN5003', place, { name: waiting.name, type: waiting.type }, { help, related })];
  });

/** Only an integration of Amazon's answers by itself, and at once. */
const waits = (plan: Plan, state: State): boolean =>
  !state.valid || typeOf(state).lower(contextOf(plan, state)).kind !== 'integration';

function firstWaiting(plan: Plan, scope: Scope): State | undefined {
  for (const state of scope.states.values()) {
    if (state.kind === 'plancc' && waits(plan, state)) return state;
    for (const inner of state.inner) {
      const found = firstWaiting(plan, inner);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
