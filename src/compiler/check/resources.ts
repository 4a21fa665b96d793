import { ownPrefix } from '../../cloudformation/logical-id.js';
import { ownParameters, parameterId } from '../../cloudformation/parameters.js';
import { eachReference, type TemplateReference } from '../../cloudformation/references.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { eachString, isList, isObject } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import { hasReference } from '../../language/text.js';
import type { Json, JsonObject } from '../../source/document.js';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
const pseudoParameters = [
  ...['AWS::AccountId', 'AWS::NoValue', 'AWS::NotificationARNs', 'AWS::Partition', 'AWS::Region'],
  ...['AWS::StackId', 'AWS::StackName', 'AWS::URLSuffix'],
];

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/resource-attributes.html
const attributes = [
  ...['Type', 'Properties', 'DependsOn', 'Condition', 'Metadata', 'DeletionPolicy', 'UpdateReplacePolicy'],
  ...['CreationPolicy', 'UpdatePolicy'],
];

/** The plan's own resources, and whatever in the plan points at them by CloudFormation's functions. */
export function checkResources(plan: Plan): readonly Problem[] {
  const { file, keys } = plan.document;
  const problems: Problem[] = [];
  const names = namesOf(plan);
  const taken = new Map([...plan.parameters.keys()].map((name) => [parameterId(name), name]));
  for (const id of keys(plan.resources)) {
    problems.push(...checkId(file, id, taken.get(id)), ...checkResource(plan, names, id));
  }
  for (const part of ['Runners', 'Resources', 'States']) {
    eachReference(
      plan.value[part],
      (reference) => {
        const found = checkReference(file, names, reference);
        if (found !== undefined) problems.push(found);
      },
      [part],
    );
  }
  eachString(plan.value.Resources, (text, path) => {
    if (!hasReference(text)) return;
    const start = text.indexOf('${{');
    const place = { file, path: ['Resources', ...path], span: [start, start + 3] as const };
    const help =
      'use `!Ref PlanccEnvironment` or `!Sub "…${PlanccEnvironment}…"`, or make the resource in a `cfn` state';
    problems.push(problem('PLAN5106', place, {}, { help }));
  });
  return problems;
}

interface Names {
  readonly resources: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
}

function namesOf(plan: Plan): Names {
  const resources = Object.keys(plan.resources);
  return {
    resources: new Set(resources),
    values: new Set([...resources, ...Object.keys(ownParameters), ...pseudoParameters]),
  };
}

function checkId(file: string, id: string, parameter: string | undefined): readonly Problem[] {
  const place = { file, path: ['Resources', id], on: 'key' as const };
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html
  if (!/^[A-Za-z0-9]{1,255}$/.test(id)) {
    const help = `use letters and digits only, such as \`${id.replaceAll(/[^A-Za-z0-9]/g, '') || 'Table'}\``;
    return [problem('PLAN5102', place, { id }, { help })];
  }
  if (id.startsWith(ownPrefix)) {
    return [
      problem('PLAN5101', place, { id, owner: 'resources of its own' }, { help: 'choose another name' }),
    ];
  }
  if (parameter === undefined) return [];
  const owner = `the parameter \`${parameter}\` in the stack's template`;
  return [problem('PLAN5101', place, { id, owner }, { help: 'choose another name' })];
}

function checkResource(plan: Plan, names: Names, id: string): readonly Problem[] {
  const { file, keys } = plan.document;
  const resource = plan.resources[id];
  const path = ['Resources', id];
  if (!isObject(resource) || typeof resource.Type !== 'string') {
    const help = 'give it the `Type` of a CloudFormation resource, such as `AWS::SNS::Topic`';
    const place =
      isObject(resource) && 'Type' in resource
        ? { file, path: [...path, 'Type'] }
        : { file, path, on: 'key' as const };
    return [problem('PLAN5104', place, { id }, { help })];
  }
  const unknown = keys(resource).filter((key) => !attributes.includes(key));
  return [
    ...unknown.map((attribute) =>
      problem(
        'PLAN5105',
        { file, path: [...path, attribute], on: 'key' },
        { attribute },
        { help: didYouMean(attribute, attributes, 'attributes of a resource') },
      ),
    ),
    ...named(resource, path).flatMap((reference) => checkReference(file, names, reference) ?? []),
  ];
}

/** What a resource points at without a function. */
function named({ DependsOn, Condition }: JsonObject, path: Path): readonly TemplateReference[] {
  const found: TemplateReference[] = [];
  const add = (kind: TemplateReference['kind'], name: Json | undefined, ...below: Path) => {
    if (typeof name === 'string') found.push({ kind, name, path: [...path, ...below] });
  };
  add('condition', Condition, 'Condition');
  add('attribute', DependsOn, 'DependsOn');
  if (isList(DependsOn)) {
    for (const [index, name] of DependsOn.entries()) add('attribute', name, 'DependsOn', index);
  }
  return found;
}

function checkReference(
  file: string,
  { resources, values }: Names,
  { kind, name, path, span }: TemplateReference,
): Problem | undefined {
  const place = { file, path, span };
  if (kind === 'condition') {
    const help =
      "the template of a plan has no conditions; put what depends on one into a `cfn` state's template";
    return problem('PLAN5103', place, { name, what: 'a condition' }, { help });
  }
  const known = kind === 'value' ? values : resources;
  if (known.has(name)) return undefined;
  const what =
    kind === 'value' ? 'a resource of the plan or a parameter of its stack' : 'a resource of the plan';
  return problem('PLAN5103', place, { name, what }, { help: didYouMean(name, [...known], 'there are') });
}
