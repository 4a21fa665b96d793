import { type HeldField, heldFields, languageOf } from '../../asl/held-fields.js';
import { type Path, type Problem, problem, type Related } from '../../diagnostics/problem.js';
import type { Plan, State } from '../../language/plan.js';
import { referenceTo } from '../../language/reference.js';
import { checkConditions } from './conditions.js';

/** Whether states are written in their own query language. */
export const checkLanguages = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => {
    const mixed = mixedLanguages(plan, state);
    if (mixed !== undefined) return [mixed];
    return [...otherLanguage(plan, state), ...checkConditions(plan, state)];
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

/** Fields that only the other language has: one mistake of the state, however many there are. */
function otherLanguage(plan: Plan, state: State): readonly Problem[] {
  const { language, path } = state;
  const others = heldFields(state).filter(({ holds }) => (languageOf(holds) ?? language) !== language);
  const [first, ...more] = others;
  if (first === undefined) return [];
  const { file } = plan.document;
  const place = { file, path: [...path, ...first.path], on: 'key' as const };
  const also = more
    .filter(({ path: at }) => !others.some((other) => isInside(at, other.path)))
    .slice(0, 3)
    .map((field) => ({
      place: { file, path: [...path, ...field.path], on: 'key' as const },
      message: `so does \`${field.name}\``,
    }));
  const related = [...said(plan, state), ...also];
  return [
    problem('PLAN2007', place, { field: first.name, language }, { help: helpFor(state, first), related }),
  ];
}

const isInside = (path: Path, other: Path): boolean =>
  path.length > other.length && other.every((key, index) => path[index] === key);

/** Where it is said that a state is in JSONata; nothing says that one is in JSONPath. */
function said(plan: Plan, { path, value, language }: State): readonly Related[] {
  if (language === 'JSONPath') return [];
  const own = value.QueryLanguage !== undefined;
  const place = { file: plan.document.file, path: own ? [...path, 'QueryLanguage'] : ['QueryLanguage'] };
  return [{ place, message: `${own ? 'the state' : 'the plan'} is in JSONata` }];
}

const orJsonata = 'or give the state `QueryLanguage: JSONata`';

const inJsonPath: { readonly [field: string]: string } = {
  Arguments: `write \`Parameters\`, ${orJsonata}`,
  Output: `shape the output with \`ResultPath\` or \`OutputPath\`, ${orJsonata}`,
  Items: `write \`ItemsPath\`, ${orJsonata}`,
  Condition: `compare a \`Variable\`, as in \`{ Variable: "\${{ Environment }}", StringEquals: production }\`, ${orJsonata}`,
};

const inJsonata: { readonly [field: string]: string } = {
  InputPath: 'take the part from `$states.input` in the expressions that need it',
  OutputPath: 'write `Output` with an expression, such as `{% $states.result %}`',
  ResultPath: 'write `Output`, such as `{% $merge([$states.input, {"result": $states.result}]) %}`',
  ResultSelector: 'write `Output`, with expressions of `$states.result`',
  Result: 'write `Output`',
  ItemsPath: 'write `Items` with an expression, such as `{% $states.input.orders %}`',
};

/** What takes the place of `Parameters`, which every type of state has another name for. */
const parametersOf: { readonly [type: string]: string } = {
  Pass: 'Output',
  Map: 'ItemSelector',
};

function helpFor({ name: state, type, kind, language }: State, { name, path }: HeldField): string {
  if (language === 'JSONPath') return inJsonPath[name] ?? `remove it, ${orJsonata}`;
  if (path[0] === 'When' || path[0] === 'Choices') {
    const where = path[0] === 'When' ? '`When: { Condition: "{% … %}" }`' : '`Condition: "{% … %}"`';
    return `write ${where}, such as \`{% \${{ Environment }} = 'production' %}\``;
  }
  if (kind === 'plancc' && name === 'ResultPath' && path.length === 1)
    return `remove it: the result is under \`$.output\` in any case, and \`\${{ ${referenceTo('States', state)} }}\` is it`;
  if (name === 'Parameters')
    return `write \`${parametersOf[type] ?? 'Arguments'}\`, with expressions \`{% … %}\` in the place of paths`;
  const literal = name.replace(/Path$/, '');
  return inJsonata[name] ?? `write \`${literal}\` with an expression \`{% … %}\``;
}
