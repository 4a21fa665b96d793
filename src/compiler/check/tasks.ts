import { type Problem, problem } from '../../diagnostics/problem.js';
import { isExpression } from '../../language/jsonata.js';
import type { Plan, State } from '../../language/plan.js';
import { isWritten } from '../expressions.js';

/** Rules of Task states: https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html */
export const checkTasks = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) =>
    state.type === 'Task' ? [...heartbeat(plan, state), ...resource(plan, state)] : [],
  );

function heartbeat(plan: Plan, { value, path }: State): readonly Problem[] {
  const { HeartbeatSeconds, TimeoutSeconds } = value;
  if (typeof HeartbeatSeconds !== 'number' || typeof TimeoutSeconds !== 'number') return [];
  if (HeartbeatSeconds < TimeoutSeconds) return [];
  const { file } = plan.document;
  const place = { file, path: [...path, 'HeartbeatSeconds'] };
  const values = { heartbeat: HeartbeatSeconds, timeout: TimeoutSeconds };
  const related = [{ place: { file, path: [...path, 'TimeoutSeconds'] }, message: 'the timeout is here' }];
  const help =
    'the timeout would end the task before a heartbeat could be missed: exchange them, or remove one';
  return [problem('PLAN2034', place, values, { help, related })];
}

function resource(plan: Plan, { value, path }: State): readonly Problem[] {
  const { Resource } = value;
  if (typeof Resource !== 'string' || Resource.startsWith('arn:') || !isWritten(Resource)) return [];
  const place = { file: plan.document.file, path: [...path, 'Resource'] };
  const computed = Resource.startsWith('$') || isExpression(Resource);
  if (computed) {
    const found = Resource.startsWith('$') ? 'a path' : 'an expression';
    const help =
      'the ARN is part of the definition: write `arn:aws:states:::lambda:invoke`, and compute its `FunctionName`';
    return [problem('PLAN2036', place, { found }, { help })];
  }
  const help =
    'write an ARN, such as `arn:aws:states:::lambda:invoke` with the `FunctionName` among its parameters';
  if (!/\s/.test(Resource)) return [problem('PLAN2037', place, { name: Resource }, { help })];
  return [problem('PLAN2036', place, { found: `\`${Resource}\`` }, { help })];
}
