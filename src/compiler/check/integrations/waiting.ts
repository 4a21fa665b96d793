import { type Problem, problem } from '../../../diagnostics/problem.js';
import { objectOr, someString } from '../../../language/json.js';
import type { State } from '../../../language/plan.js';
import { argumentsField, type Use } from './use.js';

/** Tasks that wait until somebody answers: what they hand out, and for how long they wait. */
export function checkWaiting(use: Use): readonly Problem[] {
  const { written } = use;
  if (written.kind === 'activity') return [...endless(use, undefined), ...inExpress(use, undefined)];
  if (written.kind !== 'integration' || written.pattern === undefined) return [];
  const { text, span } = written.pattern;
  const place = [span[0] - 1, span[1]] as const;
  const waits = text === 'waitForTaskToken' ? [...withoutToken(use, place), ...endless(use, place)] : [];
  return [...waits, ...inExpress(use, place)];
}

type Span = readonly [number, number] | undefined;

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token */
function withoutToken({ state, at }: Use, span: Span): readonly Problem[] {
  const value = state.value[argumentsField(state)];
  const token =
    state.language === 'JSONata' ? /\$states\s*\.\s*context|\$states(?!\s*\.)/ : /\$\$(?!\.)|\$\$\.Task/;
  if (value === undefined || someString(value, (text) => token.test(text))) return [];
  const help =
    state.language === 'JSONata'
      ? 'pass `{% $states.context.Task.Token %}` to what is to answer'
      : 'pass it to what is to answer, as in `"TaskToken.$": "$$.Task.Token"`';
  return [problem('PLAN2077', at(span), { name: state.name }, { help })];
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/sfn-stuck-execution.html */
function endless({ plan, state, at }: Use, span: Span): readonly Problem[] {
  const limits = ['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath'];
  if (plan.value.TimeoutSeconds !== undefined || limits.some((name) => name in state.value)) return [];
  const help = 'add `TimeoutSeconds`, or `HeartbeatSeconds` when heartbeats are sent';
  return [problem('PLAN2078', at(span), { name: state.name }, { help })];
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html: an express execution only asks and answers. */
function inExpress({ plan, state, at }: Use, span: Span): readonly Problem[] {
  const path = expressBody(state);
  if (path === undefined) return [];
  const place = { file: plan.document.file, path: [...path, 'ProcessorConfig', 'ExecutionType'] };
  const related = [{ place, message: 'its iterations are express executions' }];
  const help = 'use `ExecutionType: STANDARD`';
  return [problem('PLAN2076', at(span), { name: state.name }, { help, related })];
}

/** The body of the Map whose iterations are express executions, when the state is part of one. */
function expressBody({ scope }: State): State['path'] | undefined {
  const { Mode, ExecutionType } = objectOr(scope.value.ProcessorConfig);
  if (scope.kind === 'body' && Mode === 'DISTRIBUTED')
    return ExecutionType === 'EXPRESS' ? scope.path : undefined;
  return scope.owner && expressBody(scope.owner);
}
