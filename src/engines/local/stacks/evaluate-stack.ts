import { hash } from 'node:crypto';
import { languageExtensions, transformsOf } from '../../../cloudformation/transforms.js';
import { objectOr } from '../../../language/json.js';
import type { StackRequest } from '../../../ports/stacks.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { checkCapabilities } from './capabilities.js';
import { evaluateConditions } from './evaluate/conditions.js';
import { placeholder } from './evaluate/placeholder.js';
import { unrolled } from './loops.js';
import { checkReferences, inOrder } from './order.js';
import { evaluateOutputs } from './outputs.js';
import { isHidden, isListType, itemsOf, parameterValues } from './parameters.js';
import { readTemplate } from './read-template.js';
import type { StackRecord } from './record.js';
import { type Resource, stackScope, wantedResources } from './resources.js';
import { type StackPlace, stackArn } from './stack-place.js';

/** What a stack is to be. */
export interface WantedStack extends Pick<StackRecord, 'parameters' | 'outputs' | 'exports' | 'imports'> {
  /** In an order in which each comes after those that it needs. */
  readonly resources: ReadonlyMap<string, Resource>;
}

/** Does what CloudFormation does with a template before it makes anything. Throws a `TemplateError`. */
export function evaluateStack(
  { template: text = '', parameters: given, capabilities }: StackRequest,
  place: StackPlace,
  salt: string,
  exported: (name: string) => string,
): WantedStack {
  const written = readTemplate(text);
  const declared = objectOr(written.Parameters);
  const values = parameterValues(declared, given);
  const template = withLoopsDone(
    written,
    parameterScope(declared, values, (name) => values[name]!),
  );
  checkReferences(template);
  checkCapabilities(template, capabilities);
  const imports = new Set<string>();
  const scopeWith = (hidden: (name: string) => string) => ({
    values: { ...pseudoParameters(place), ...parameterScope(declared, values, hidden) },
    mappings: objectOr(template.Mappings),
    exported: (name: string) => {
      imports.add(name);
      return exported(name);
    },
  });
  const conditions = evaluateConditions(objectOr(template.Conditions), {
    ...scopeWith((name) => values[name]!),
    resource: () => undefined,
  });
  const wanted = wantedResources(template, conditions);
  const all = objectOr(template.Resources);
  const isGenerated = (id: string) => transformsOf(template).length > 0 && !Object.hasOwn(all, id);
  const scope = (hidden: (name: string) => string) =>
    stackScope(wanted, isGenerated, place, { ...scopeWith(hidden), conditions });
  const digest = (name: string) => placeholder(`${name}#${hash('sha256', salt + values[name]).slice(0, 12)}`);
  const recorded = scope(digest);
  return {
    parameters: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, isHidden(declared[name]) ? digest(name) : value]),
    ),
    resources: new Map(
      inOrder(wanted).map((id) => [
        id,
        { type: String(wanted.get(id)!.Type), properties: recorded.properties(id) },
      ]),
    ),
    ...evaluateOutputs(
      objectOr(template.Outputs),
      scope(() => '****'),
    ),
    imports: [...imports],
  };
}

const withLoopsDone = (template: JsonObject, values: { readonly [name: string]: Json }): JsonObject =>
  transformsOf(template).includes(languageExtensions) ? objectOr(unrolled(template, values)) : template;

function parameterScope(
  declared: JsonObject,
  values: { readonly [name: string]: string },
  hidden: (name: string) => string,
): { readonly [name: string]: Json } {
  const entries = Object.entries(values).map(([name, value]): [string, Json] => {
    const type = String(objectOr(declared[name]).Type);
    // Only AWS knows what the Parameter Store holds.
    const text = type.startsWith('AWS::SSM::Parameter::Value')
      ? placeholder(name)
      : isHidden(declared[name])
        ? hidden(name)
        : value;
    return [name, isListType(type) ? itemsOf(text) : text];
  });
  return Object.fromEntries(entries);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
const pseudoParameters = (place: StackPlace): { readonly [name: string]: Json } => ({
  'AWS::AccountId': place.account,
  'AWS::NotificationARNs': [],
  'AWS::Partition': 'aws',
  'AWS::Region': place.region,
  'AWS::StackId': stackArn(place),
  'AWS::StackName': place.name,
  'AWS::URLSuffix': 'amazonaws.com',
});
