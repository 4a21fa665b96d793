import { type Path, type Problem, problem, type Related } from '../../diagnostics/problem.js';
import { isList, isObject } from '../../language/json.js';
import { isExpression } from '../../language/jsonata.js';
import type { Plan, State } from '../../language/plan.js';
import { referenceTo } from '../../language/reference.js';
import { hasReference, parseText } from '../../language/text.js';
import type { Json } from '../../source/document.js';

/** Whether states are written in their own query language, as far as plancc reads and writes them. */
export const checkLanguages = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => {
    const mixed = mixedLanguages(plan, state);
    if (mixed !== undefined) return [mixed];
    return [...resultPath(plan, state), ...conditions(plan, state)];
  });

/** https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html: a plan in JSONata has no way back. */
function mixedLanguages(plan: Plan, { value, path }: State): Problem | undefined {
  if (plan.value.QueryLanguage !== 'JSONata' || value.QueryLanguage !== 'JSONPath') return undefined;
  const help =
    'remove it here, or remove `QueryLanguage` from the plan and give it to the states that are in JSONata';
  const { file } = plan.document;
  const related = [{ place: { file, path: ['QueryLanguage'] }, message: 'the plan is in JSONata' }];
  return problem('PLAN2006', { file, path: [...path, 'QueryLanguage'] }, {}, { help, related });
}

/** Where it is said that a state is in JSONata; nothing says that one is in JSONPath. */
const said = (plan: Plan, { path, value }: State): readonly Related[] => [
  {
    place: {
      file: plan.document.file,
      path: value.QueryLanguage === undefined ? ['QueryLanguage'] : [...path, 'QueryLanguage'],
    },
    message: `${value.QueryLanguage === undefined ? 'the plan' : 'the state'} is in JSONata`,
  },
];

function resultPath(plan: Plan, state: State): readonly Problem[] {
  const { kind, language, name, path, value } = state;
  if (kind !== 'plancc' || language !== 'JSONata' || value.ResultPath === undefined) return [];
  const place = { file: plan.document.file, path: [...path, 'ResultPath'], on: 'key' as const };
  const reference = referenceTo('States', name);
  const help = `remove it: the result is under \`$.output\` in any case, and \`\${{ ${reference} }}\` is it`;
  return [
    problem('PLAN2007', place, { field: 'ResultPath', language }, { help, related: said(plan, state) }),
  ];
}

function conditions(plan: Plan, state: State): readonly Problem[] {
  const { language, path } = state;
  const { When, Choices } = state.value;
  const at = (below: Path) => [...path, ...below];
  const ofWhen =
    language === 'JSONata'
      ? [...pathRule(plan, state), ...expression(plan, When, at(['When']))]
      : jsonataRules(plan, When, at(['When']));
  const ofChoices = (isList(Choices) ? Choices : []).flatMap((rule, index) => {
    const condition = isObject(rule) ? rule.Condition : undefined;
    if (typeof condition !== 'string' || !hasReference(condition)) return [];
    const check = language === 'JSONata' ? expression : jsonataRules;
    return check(plan, rule, at(['Choices', index]));
  });
  return [...ofWhen, ...ofChoices];
}

/** Rules of JSONPath where JSONata is spoken. */
function pathRule(plan: Plan, state: State): readonly Problem[] {
  const { When: rule } = state.value;
  if (!isObject(rule)) return [];
  const field = ['Variable', 'And', 'Or', 'Not'].find((name) => rule[name] !== undefined);
  if (field === undefined) return [];
  const place = { file: plan.document.file, path: [...state.path, 'When', field], on: 'key' as const };
  const help = 'write `When: { Condition: "{% … %}" }`, such as `{% ${{ Environment }} = \'production\' %}`';
  return [problem('PLAN2007', place, { field, language: 'JSONata' }, { help, related: said(plan, state) })];
}

/** `Condition` where JSONPath is spoken, at any depth of `And`, `Or` and `Not`. */
function jsonataRules(plan: Plan, rule: Json | undefined, path: Path): readonly Problem[] {
  if (isList(rule)) return rule.flatMap((one, index) => jsonataRules(plan, one, [...path, index]));
  if (!isObject(rule)) return [];
  if (rule.Condition === undefined) {
    return ['And', 'Or', 'Not'].flatMap((name) => jsonataRules(plan, rule[name], [...path, name]));
  }
  const place = { file: plan.document.file, path: [...path, 'Condition'], on: 'key' as const };
  const help =
    'compare a `Variable`, as in `{ Variable: "${{ Environment }}", StringEquals: production }`, or give the state `QueryLanguage: JSONata`';
  return [problem('PLAN2007', place, { field: 'Condition', language: 'JSONPath' }, { help })];
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
