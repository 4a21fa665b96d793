import { functions, kindWords } from '../../asl/path/functions.js';
import { severalBy } from '../../asl/path/keys.js';
import type { Call, Fault, PathExpression, Span } from '../../asl/path/syntax.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';
import type { Holds } from '../../language/schema.js';
import { type Expression, expressionsOf, isMeant, templates } from '../expressions.js';
import { type At, checkCall } from './intrinsics.js';

/** Whether paths and calls are well-formed, and such as their fields take. */
export const checkPaths = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => expressionsOf(state).flatMap((one) => ofExpression(plan, one)));

function ofExpression(plan: Plan, { name, path, text, holds, found }: Expression): readonly Problem[] {
  const at = (span: Span) => ({ file: plan.document.file, path, span });
  switch (found.kind) {
    case 'fault':
      return [malformed(name, text, found, holds, at)];
    case 'call':
      return ofCall(name, found, holds, at);
    case 'path':
      return ofPath(name, text, found, holds, at);
  }
}

function malformed(field: string, value: string, fault: Fault, holds: Holds, at: At): Problem {
  const isWord = !isMeant(value);
  const reason = isWord && holds !== 'path or text function' ? 'it does not start with `$`' : fault.reason;
  const help = isWord && /^[\w-]+(\.[\w-]+)*$/.test(value) ? `write \`$.${value}\`` : fault.help;
  return problem('PLAN2020', at(fault.span), { field, reason }, { help });
}

function ofCall(field: string, call: Call, holds: Holds, at: At): readonly Problem[] {
  const { name } = call;
  if (templates.includes(holds)) return checkCall(call, at);
  if (holds !== 'path or text function') {
    const help = 'compute the value in a Pass state before this one, and write the path to it here';
    return [problem('PLAN2023', at(call.nameSpan), { field, name }, { help })];
  }
  const mistakes = checkCall(call, at);
  const gives = Object.hasOwn(functions, name) ? functions[name]!.gives : 'anything';
  if (mistakes.length > 0 || gives === 'text' || gives === 'anything') return mistakes;
  const help = `put it into a text: \`States.Format('{}', ${name}(…))\``;
  return [problem('PLAN2024', at(call.nameSpan), { field, name, gives: kindWords[gives] }, { help })];
}

/** Of these paths Step Functions is known to refuse those into the context: https://github.com/floci-io/floci/issues/3733 */
const withoutContext = /^(ResultPath|MaxConcurrencyPath|ToleratedFailure.*|MaxItems.*|MaxInputBytes.*)$/;

/** https://states-language.net/#ref-paths */
function ofPath(
  field: string,
  value: string,
  path: PathExpression,
  holds: Holds,
  at: At,
): readonly Problem[] {
  if (holds !== 'reference path' && holds !== 'result path') return [];
  const { root, variable } = path;
  if (
    (root === 'context' && withoutContext.test(field)) ||
    (root === 'variable' && holds === 'result path')
  ) {
    const from = path.span[0];
    const written = root === 'context' ? '$$' : `$${variable}`;
    const help =
      holds === 'result path'
        ? `write a path into the input, such as \`$.result\`${root === 'variable' ? `, or set \`${variable}\` with \`Assign\`` : ''}`
        : 'put the value into the input or a variable first: only these can be read here';
    return [problem('PLAN2022', at([from, from + written.length]), { field, root: written }, { help })];
  }
  const several = severalBy(path);
  if (several === undefined) return [];
  const help =
    holds === 'result path'
      ? 'only names and indexes say where a result is put: `$.output.result`'
      : 'only names and indexes lead to one place: `$.items[0].count`';
  return [problem('PLAN2021', at(several.span), { field, step: value.slice(...several.span) }, { help })];
}
