import { ownParameterIds, ownParameters, parameterId } from '../../cloudformation/parameters.js';
import { eachReference, type TemplateReference } from '../../cloudformation/references.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { eachString, isList, objectOr } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import { hasReference, parseText } from '../../language/text.js';
import type { Json } from '../../source/document.js';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
const pseudoParameters = [
  ...['AWS::AccountId', 'AWS::NoValue', 'AWS::NotificationARNs', 'AWS::Partition', 'AWS::Region'],
  ...['AWS::StackId', 'AWS::StackName', 'AWS::URLSuffix'],
];

/** The plan's own resources, and whatever in the plan points at them by CloudFormation's functions. */
export function checkResources(plan: Plan): readonly Problem[] {
  const references: TemplateReference[] = [];
  for (const [id, resource] of Object.entries(plan.resources)) {
    references.push(...dependencies(resource, ['Resources', id]));
  }
  for (const part of ['Runners', 'Resources', 'States']) {
    eachReference(plan.value[part], (reference) => references.push(reference), [part]);
  }
  return [
    ...takenNames(plan),
    ...references.flatMap((reference) => checkReference(plan, reference)),
    ...textReferences(plan),
  ];
}

const takenNames = (plan: Plan): readonly Problem[] =>
  [...plan.parameters.keys()].flatMap((parameter) => {
    const id = parameterId(parameter);
    if (!Object.hasOwn(plan.resources, id)) return [];
    const place = { file: plan.document.file, path: ['Resources', id], on: 'key' as const };
    const related = [
      {
        place: { file: plan.document.file, path: ['Parameters', parameter], on: 'key' as const },
        message: `the parameter \`${parameter}\` is declared here`,
      },
    ];
    const help = 'give the resource another name';
    return problem('PLAN5101', place, { id, parameter }, { help, related });
  });

function textReferences(plan: Plan): readonly Problem[] {
  const found: Problem[] = [];
  eachString(plan.resources, (text, path) => {
    if (!hasReference(text)) return;
    for (const segment of parseText(text)) {
      if (segment.kind === 'text') continue;
      const { span } = segment;
      const place = { file: plan.document.file, path: ['Resources', ...path], span };
      const reference = text.slice(...span);
      const isEnvironment = segment.kind === 'reference' && segment.reference.root === 'Environment';
      const help = isEnvironment
        ? 'use `!Ref PlanccEnvironment`, or `!Sub "…${PlanccEnvironment}…"` inside of a text'
        : 'make the resource with a `cfn` state, whose `Parameters` take references';
      found.push(problem('PLAN5103', place, { reference }, { help }));
    }
  });
  return found;
}

/** What a resource waits for without a function. */
function dependencies(resource: Json | undefined, path: Path): readonly TemplateReference[] {
  const { DependsOn } = objectOr(resource);
  const at = (name: Json, ...below: Path): TemplateReference[] =>
    typeof name === 'string' ? [{ kind: 'attribute', name, path: [...path, 'DependsOn', ...below] }] : [];
  return isList(DependsOn) ? DependsOn.flatMap((name, index) => at(name, index)) : at(DependsOn ?? null);
}

function checkReference(plan: Plan, { kind, name, path, span }: TemplateReference): readonly Problem[] {
  const place = { file: plan.document.file, path, span };
  if (kind === 'condition') {
    const help = 'the stack of a plan has no conditions; use one in the template of a `cfn` state';
    return [problem('PLAN5102', place, { name, what: 'a condition' }, { help })];
  }
  if (Object.hasOwn(plan.resources, name)) return [];
  const resources = Object.keys(plan.resources);
  const what =
    kind === 'attribute' ? 'a resource of the plan' : 'a resource of the plan or a parameter of its stack';
  const pseudo = name.startsWith('AWS::');
  if (kind === 'value' && (Object.hasOwn(ownParameters, name) || pseudoParameters.includes(name))) return [];
  const own = ownParameterIds.environment;
  const candidates = kind === 'attribute' ? resources : [...resources, own];
  const isEnvironment = kind === 'value' && /^env(ironment)?(name)?$/i.test(name);
  const help =
    asReference(plan, kind, name) ??
    (isEnvironment ? `the name of the environment is \`${own}\`` : undefined) ??
    (pseudo
      ? didYouMean(name, pseudoParameters, 'pseudo parameters')
      : didYouMean(
          name,
          candidates,
          kind === 'attribute' ? 'resources of the plan' : 'resources and parameters',
        ));
  return [problem('PLAN5102', place, { name, what }, { help: help ?? 'the plan has no `Resources`' })];
}

/** Parameters and states of the plan have names too, which CloudFormation does not know. */
function asReference(plan: Plan, kind: TemplateReference['kind'], name: string): string | undefined {
  if (kind === 'value' && plan.parameters.has(name)) {
    return `a parameter of the plan is written \`\${{ Parameters.${name} }}\``;
  }
  if (kind === 'attribute' && plan.states.some((state) => state.name === name)) {
    return `an output of a state is written \`\${{ States.${name}.… }}\``;
  }
  return undefined;
}
