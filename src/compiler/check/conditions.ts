import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isList, isObject } from '../../language/json.js';
import { isExpression } from '../../language/jsonata.js';
import type { Plan, State } from '../../language/plan.js';
import { hasReference, parseText } from '../../language/text.js';
import type { Json } from '../../source/document.js';

/** Conditions of a state in JSONata that are no expressions. */
export function checkConditions(plan: Plan, { language, value, path }: State): readonly Problem[] {
  if (language !== 'JSONata') return [];
  const { When, Choices } = value;
  const ofChoices = (isList(Choices) ? Choices : []).flatMap((rule, index) => {
    const condition = isObject(rule) ? rule.Condition : undefined;
    if (typeof condition !== 'string' || !hasReference(condition)) return [];
    return expression(plan, rule, [...path, 'Choices', index]);
  });
  return [...expression(plan, When, [...path, 'When']), ...ofChoices];
}

/** A condition in JSONata is an expression as a whole: what stands around `{% … %}` would make a text of it. */
function expression(plan: Plan, rule: Json | undefined, path: Path): readonly Problem[] {
  const condition = isObject(rule) ? rule.Condition : undefined;
  if (typeof condition !== 'string' || isExpression(condition)) return [];
  const [first, more] = parseText(condition);
  if (first?.kind === 'malformed' || (first?.kind === 'reference' && more === undefined)) return [];
  const help = condition.includes('{%')
    ? 'put all of it between `{%` and `%}`'
    : `write \`{% ${condition.trim()} %}\``;
  return [problem('PLAN2008', { file: plan.document.file, path: [...path, 'Condition'] }, {}, { help })];
}
