import { type Problem, problem } from '../../diagnostics/problem.js';
import { canonical, isList, isObject } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import { wholeReference } from '../../language/text.js';
import type { Json, JsonObject } from '../../source/document.js';
import { keyOf } from './key-of.js';

/** Choices without `Default` whose rules may all be false: the execution then fails with `States.NoChoiceMatched`. */
export const checkChoices = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => {
    const { Choices, Default } = state.value;
    if (state.type !== 'Choice' || !state.valid || Default !== undefined || !isList(Choices)) return [];
    const rules = Choices.filter(isObject);
    if (rules.some(alwaysHolds) || isExhaustive(plan, rules)) return [];
    const help = 'add `Default`, or a rule for each value there can be';
    return [problem('PLAN2091', keyOf(plan, state), { name: state.name }, { help })];
  });

const alwaysHolds = ({ Condition }: JsonObject): boolean =>
  Condition === true || (typeof Condition === 'string' && /^\{%\s*true\s*%\}$/.test(Condition));

/** Whether the rules leave nothing out: both of yes and no, or every value that a parameter may have. */
function isExhaustive(plan: Plan, rules: readonly JsonObject[]): boolean {
  const tests = rules.map(testOf);
  const texts = new Set(tests.map(canonical));
  const asked = (test: JsonObject | undefined) => test !== undefined && texts.has(canonical(test));
  return tests.some((test) => {
    const { Variable: variable, ...comparison } = test;
    const [operator] = Object.keys(comparison);
    const values = valuesOf(plan, variable);
    const all = values?.every((value) => asked({ Variable: variable!, [operator!]: value }));
    return asked(negationOf(test)) || all === true;
  });
}

/** What a rule asks, without where it leads. */
const testOf = ({ Next: _, Comment: __, Assign: ___, Output: ____, ...test }: JsonObject): JsonObject => test;

/** What holds just when a test does not; undefined where no one rule says that. */
function negationOf(test: JsonObject): JsonObject | undefined {
  const { Not, Condition, Variable } = test;
  if (isObject(Not)) return Not;
  if (typeof Condition === 'string') {
    const inner = Condition.replace(/^\{%|%\}$/g, '').trim();
    return inner.startsWith('$not(') ? { Condition: `{% ${inner.slice(5, -1)} %}` } : undefined;
  }
  const [operator, ...others] = Object.keys(test).filter((key) => key !== 'Variable');
  const value = operator === undefined ? undefined : test[operator];
  if (others.length > 0 || typeof value !== 'boolean' || Variable === undefined) return undefined;
  return { Variable, [operator!]: !value };
}

/** The values of a parameter that are all there are. */
function valuesOf(plan: Plan, variable: Json | undefined): readonly Json[] | undefined {
  const reference = typeof variable === 'string' ? wholeReference(variable) : undefined;
  if (reference?.root !== 'Parameters' || reference.parts.length !== 1) return undefined;
  const allowed = plan.parameters.get(String(reference.parts[0]!.key))?.value.AllowedValues;
  return isList(allowed) ? allowed : undefined;
}
