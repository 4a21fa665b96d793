import { type Path, type Place, type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { dependencyHelp } from '../../language/dependency-help.js';
import { eachString, objectOr } from '../../language/json.js';
import type { Parameter, Plan } from '../../language/plan.js';
import type { Reference } from '../../language/reference.js';
import { hasReference, parseText } from '../../language/text.js';
import { isFinding } from '../references/finding.js';
import { targetOf } from '../references/target.js';
import { malformedReference } from './malformed.js';
import { checkValues } from './parameter-values.js';

const knownRoots = new Set(['Environment', 'Distribution']);

/** Parameters are resolved before anything runs: only the environment and the distribution are known then. */
export function checkParameters(plan: Plan): readonly Problem[] {
  return [...plan.parameters.values()].flatMap((parameter) => [
    ...checkTexts(plan, parameter),
    ...checkDependency(plan, parameter),
    // Messages about values would show those of a secret, which may not stand in the plan anyway.
    ...(parameter.secret ? [] : checkValues(plan, parameter)),
    ...checkSource(plan, parameter),
  ]);
}

function checkTexts(plan: Plan, { name, value }: Parameter): readonly Problem[] {
  const found: Problem[] = [];
  eachString(value, (text, path) => {
    if (path[0] !== 'Description' && hasReference(text))
      for (const wrong of checkText(plan, ['Parameters', name, ...path], text)) found.push(wrong);
  });
  return found;
}

function checkText(plan: Plan, path: Path, text: string): readonly Problem[] {
  const { file } = plan.document;
  return parseText(text).flatMap((segment) => {
    if (segment.kind === 'text') return [];
    if (segment.kind === 'malformed') return malformedReference(plan, path, text, segment);
    const { reference } = segment;
    const target = targetOf(plan, undefined, reference);
    if (isFinding(target)) return target.report(file, path);
    if (knownRoots.has(reference.root)) return [];
    const help = earlierHelp(reference);
    return problem('PLAN4016', { file, path, span: reference.span }, { reference: reference.text }, { help });
  });
}

/** What to write in a parameter instead of what is known only later. */
function earlierHelp({ root, parts }: Reference): string {
  const [first, second] = parts;
  if (root === 'Dependencies') {
    return `take the output by \`From: { Dependency: ${first?.key}, Output: ${second?.key} }\``;
  }
  const known = 'only `Environment` and `Distribution` are known there';
  return root === 'Parameters'
    ? `${known}; put the values of both parameters together where they are used`
    : `${known}; refer to it in the states themselves`;
}

/** A parameter has a value somewhere; that of a secret only where secrets are kept. */
function checkSource(plan: Plan, { name, value, secret }: Parameter): readonly Problem[] {
  const at = (...path: Path) => ({
    file: plan.document.file,
    path: ['Parameters', name, ...path],
    on: 'key' as const,
  });
  const { Default, Values } = value;
  const from = objectOr(value.From);
  if (!secret) {
    if (Default !== undefined || Values !== undefined || value.From !== undefined) return [];
    const help = 'give it a `Default`, `Values` for each environment, or `From`';
    return [problem('PLAN4034', at(), { name }, { help })];
  }
  const refuse = (place: Place, reason: string, help: string) =>
    problem('PLAN4035', place, { name, reason }, { help });
  const help =
    'keep it in SSM or Secrets Manager, and give it `From: { Ssm: … }` or `From: { SecretsManager: … }`';
  const restricted = ['AllowedValues', 'Pattern'].flatMap((key) =>
    value[key] === undefined
      ? []
      : [refuse(at(key), `\`${key}\` would tell of its value`, `leave \`${key}\` out`)],
  );
  const written = Default !== undefined ? 'Default' : Values !== undefined ? 'Values' : undefined;
  if (written !== undefined) {
    return [...restricted, refuse(at(written), 'its value stands in the plan', help)];
  }
  if (from.Ssm !== undefined || from.SecretsManager !== undefined) return restricted;
  const reason = 'its value does not come from where secrets are kept';
  return [...restricted, refuse(value.From === undefined ? at() : at('From'), reason, help)];
}

/** `From: { Dependency, Output }` names a distribution that the plan depends on, and an output that it has. */
function checkDependency(plan: Plan, { name, value }: Parameter): readonly Problem[] {
  const { Dependency, Output } = objectOr(value.From);
  if (typeof Dependency !== 'string') return [];
  const at = (key: string) => ({ file: plan.document.file, path: ['Parameters', name, 'From', key] });
  if (!plan.dependencies.has(Dependency)) {
    const help = dependencyHelp(plan, Dependency);
    return [problem('PLAN4005', at('Dependency'), { name: Dependency }, { help })];
  }
  const known = plan.knownDependencies.get(Dependency);
  if (known === undefined || typeof Output !== 'string' || hasReference(Output)) return [];
  if (known.outputs.includes(Output)) return [];
  const source = `outputs of ${Dependency} ${known.version}`;
  const help = didYouMean(Output, known.outputs, source) ?? `there are no ${source}`;
  return [problem('PLAN4002', at('Output'), { reference: Output, state: Dependency }, { help })];
}
