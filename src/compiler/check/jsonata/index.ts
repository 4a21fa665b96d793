import { isHole, withHoles, withoutHoles } from '../../../asl/jsonata/holes.js';
import { namesIn } from '../../../asl/jsonata/names.js';
import { readExpression } from '../../../asl/jsonata/read.js';
import { type Problem, problem } from '../../../diagnostics/problem.js';
import { isExpression } from '../../../language/jsonata.js';
import type { Plan } from '../../../language/plan.js';
import type { Expression } from './expression.js';
import { checkFunction, checkName, checkStatesPath, checkVariable } from './names.js';
import { type FieldText, textsOf } from './texts.js';
import { checkKind, neverEvaluated } from './types.js';

/** What Step Functions would refuse of the JSONata in a plan, and what would fail whenever it is evaluated. */
export const checkJsonata = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => {
    const found: Problem[] = [];
    for (const text of textsOf(state)) {
      const problems =
        state.language === 'JSONPath'
          ? neverEvaluated(plan, text)
          : isExpression(text.text)
            ? checkExpression({ ...text, plan, state, offset: 2 })
            : notWhole(plan, text);
      for (const one of problems) found.push(one);
    }
    return found;
  });

function checkExpression(expression: Expression): readonly Problem[] {
  const { plan, text, path, offset } = expression;
  const filled = withHoles(text);
  if (filled === undefined) return [];
  const inner = filled.slice(offset, -2);
  const read = readExpression(inner);
  if (read === undefined) return [];
  if ('reason' in read) {
    const span = [read.span[0] + offset, read.span[1] + offset] as const;
    const reason = withoutHoles(read.reason, text, span);
    return [problem('PLAN2050', { file: plan.document.file, path, span }, { reason }, { help: read.help })];
  }
  const names = namesIn(read.tree, inner);
  // What is asked for by `$exists` may well not be there.
  const asked = new Set([...inner.matchAll(/\$exists\(\s*\$([^\s.[\](){},]+)/g)].map(([, name]) => name!));
  return [
    ...firstOfEach(names.context).flatMap((found) => checkName(expression, found)),
    ...names.paths.flatMap((path) => checkStatesPath(expression, path)),
    ...names.calls.filter(({ name }) => !isHole(name)).flatMap((call) => checkFunction(expression, call)),
    ...firstOfEach(names.variables)
      .filter(({ name }) => !isHole(name) && !asked.has(name))
      .flatMap((variable) => checkVariable(expression, variable)),
    ...checkKind(expression, read.tree),
  ];
}

/** One name is one mistake, however often it is written. */
const firstOfEach = <Named extends { readonly name: string }>(found: readonly Named[]): readonly Named[] =>
  [...new Map([...found].reverse().map((one) => [one.name, one])).values()].reverse();

/** Step Functions takes a string as text unless it begins with `{%` and ends with `%}`, with not even a space around them. */
function notWhole(plan: Plan, { text, path, field }: FieldText): readonly Problem[] {
  // Whether a condition is an expression is looked at where conditions are.
  if (field.use === 'condition') return [];
  const found = /\{%.*?%\}/s.exec(text) ?? /^\s*\{%/.exec(text);
  if (found === null) return [];
  const span = [found.index, found.index + found[0].length] as const;
  const place = { file: plan.document.file, path, span };
  const [reason, help] = !found[0].endsWith('%}')
    ? ['it is not closed by `%}`', 'end it with `%}`']
    : isExpression(text.trim())
      ? ['there are spaces around it', 'remove the spaces before `{%` and behind `%}`']
      : [
          'there is text around it',
          "make all of the string one expression, such as `{% 'text ' & $states.input.name %}`",
        ];
  return [problem('PLAN2052', place, { text: shortened(found[0]), reason }, { help })];
}

/** An expression as it is quoted in a message. */
const shortened = (text: string): string =>
  text.length > 40 || text.includes('\n') ? `${text.slice(0, 36).split('\n')[0]!.trimEnd()} … %}` : text;
