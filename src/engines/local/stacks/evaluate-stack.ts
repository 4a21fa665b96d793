import { hash } from 'node:crypto';
import { languageExtensions, transformsOf } from '../../../cloudformation/transforms.js';
import { objectOr } from '../../../language/json.js';
import type { WholeRequest } from '../../../ports/stacks.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { checkCapabilities } from './capabilities.js';
import { evaluateConditions } from './evaluate/conditions.js';
import { placeholder } from './evaluate/placeholder.js';
import { unrolled } from './loops.js';
import { checkReferences, inOrder } from './order.js';
import { evaluateOutputs } from './outputs.js';
import { isHidden, parameterValues } from './parameters.js';
import { readTemplate } from './read-template.js';
import type { StackRecord } from './record.js';
import { type Resource, stackScope, wantedResources } from './resources.js';
import type { StackPlace } from './stack-place.js';
import { valuesOf, withoutHidden } from './values.js';

/** What a stack is to be. */
export interface WantedStack extends Pick<StackRecord, 'parameters' | 'outputs' | 'exports' | 'imports'> {
  /** In an order in which each comes after those that it needs. */
  readonly resources: ReadonlyMap<string, Resource>;
}

/** Does what CloudFormation does with a template before it makes anything. Throws a `TemplateError`. */
export function evaluateStack(
  { template: text = '', parameters: given, secret, capabilities }: WholeRequest,
  place: StackPlace,
  salt: string,
  exported: (name: string) => string,
): WantedStack {
  const written = readTemplate(text);
  const declared = objectOr(written.Parameters);
  const parameters = parameterValues(declared, given);
  const known = valuesOf(place, declared, parameters);
  const template = withLoopsDone(written, known);
  checkReferences(template);
  checkCapabilities(template, capabilities);

  const imports = new Set<string>();
  const surroundings = {
    mappings: objectOr(template.Mappings),
    exported: (name: string) => {
      imports.add(name);
      return exported(name);
    },
  };
  const conditions = evaluateConditions(objectOr(template.Conditions), {
    ...surroundings,
    values: known,
    resource: () => undefined,
  });
  const wanted = wantedResources(template, conditions);
  const order = inOrder(wanted);
  const isSecret = (name: string) => secret.includes(name) || isHidden(declared[name]);
  const digest = (name: string) =>
    placeholder(`${name}#${hash('sha256', salt + parameters[name]).slice(0, 12)}`);
  const recorded = withoutHidden(parameters, isSecret, digest);
  const shown = withoutHidden(parameters, isSecret, () => '****');
  const scopeWith = (texts: { readonly [name: string]: string }) =>
    stackScope(wanted, (id) => mayBeGenerated(template, id), place, {
      ...surroundings,
      conditions,
      values: valuesOf(place, declared, texts),
    });
  const { properties } = scopeWith(recorded);
  return {
    parameters: recorded,
    resources: new Map(
      order.map((id) => [id, { type: String(wanted.get(id)!.Type), properties: properties(id) }]),
    ),
    ...evaluateOutputs(objectOr(template.Outputs), scopeWith(shown)),
    imports: [...imports],
  };
}

const withLoopsDone = (template: JsonObject, values: { readonly [name: string]: Json }): JsonObject =>
  transformsOf(template).includes(languageExtensions) ? objectOr(unrolled(template, values)) : template;

/** Macros make resources that do not stand in the template. */
const mayBeGenerated = (template: JsonObject, id: string): boolean =>
  transformsOf(template).length > 0 && !Object.hasOwn(objectOr(template.Resources), id);
