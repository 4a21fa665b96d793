import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean, listed } from '../../diagnostics/suggest.js';
import { canonical, isList, isObject } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import type { Reference } from '../../language/reference.js';
import { hasReference, wholeReference } from '../../language/text.js';
import { environmentName } from '../../language/values.js';
import type { Json } from '../../source/document.js';
import { declaration } from '../references/declaration.js';
import { type Rule, rulesIn } from '../rules.js';

/** Rules that ask whether a value is one that it can never be: another environment's name, or a value not allowed. */
export const checkComparisons = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap(({ language, value, path }) =>
    language === 'JSONata'
      ? []
      : ['When', 'Choices']
          .flatMap((field) => rulesIn(value[field], [...path, field]))
          .flatMap((one) => ofRule(plan, one)),
  );

function ofRule(plan: Plan, { rule, path }: Rule): readonly Problem[] {
  const reference = typeof rule.Variable === 'string' ? wholeReference(rule.Variable) : undefined;
  if (reference === undefined) return [];
  return ['StringEquals', 'NumericEquals'].flatMap((name) =>
    ofValue(plan, reference, rule[name], [...path, name]),
  );
}

function ofValue(plan: Plan, reference: Reference, value: Json | undefined, path: Path): readonly Problem[] {
  if (value === undefined || isObject(value) || (typeof value === 'string' && hasReference(value))) return [];
  const written = String(value);
  const place = { file: plan.document.file, path };
  const values = { reference: reference.text, value: written };
  if (reference.root === 'Environment' && !new RegExp(environmentName.pattern).test(written)) {
    const lower = written.toLowerCase();
    const help = new RegExp(environmentName.pattern).test(lower)
      ? `did you mean \`${lower}\`? names of environments are in lower case`
      : 'names of environments are lower-case letters, digits and hyphens';
    return [problem('PLAN4039', place, values, { help })];
  }
  const allowed = allowedValues(plan, reference);
  if (allowed === undefined || allowed.some((one) => canonical(one) === canonical(value))) return [];
  const names = allowed.map(String);
  const help =
    typeof value === 'string'
      ? didYouMean(value, names, 'allowed values')
      : `allowed values: ${listed(names)}`;
  const related = declaration(plan, String(reference.parts[0]!.key), 'AllowedValues');
  return [problem('PLAN4039', place, values, { help, related })];
}

/** What a parameter, or an item of one, may be; undefined when that is not said. */
function allowedValues(plan: Plan, { root, parts }: Reference): readonly Json[] | undefined {
  if (root !== 'Parameters') return undefined;
  const parameter = plan.parameters.get(String(parts[0]?.key));
  const allowed = parameter?.secret ? undefined : parameter?.value.AllowedValues;
  return isList(allowed) && !allowed.some((one) => typeof one === 'string' && hasReference(one))
    ? allowed
    : undefined;
}
