import { isObject, objectOr, valueAt } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { evaluateObject } from './evaluate/index.js';
import { placeholder } from './evaluate/placeholder.js';
import type { Scope } from './evaluate/scope.js';
import { type ResourceType, resourceTypes } from './resource-types.js';
import type { StackPlace } from './stack-place.js';

/** A resource as the stack has it. */
export interface Resource {
  readonly type: string;
  /** Its properties with the values of the stack in them. */
  readonly properties: JsonObject;
}

/** The resources of a template whose condition holds, by logical id. */
export const wantedResources = (
  template: JsonObject,
  conditions: ReadonlyMap<string, boolean>,
): ReadonlyMap<string, JsonObject> =>
  new Map(
    Object.entries(objectOr(template.Resources))
      .map(([id, resource]) => [id, objectOr(resource)] as const)
      .filter(([, { Condition }]) => Condition === undefined || conditions.get(String(Condition)) === true),
  );

/** What the functions of a template may refer to, its own resources among it. */
export interface StackScope extends Scope {
  /** Properties of a resource with the values of the stack in them. */
  readonly properties: (id: string) => JsonObject;
}

/** `isGenerated` tells ids that are not in the template but may be made by a macro. */
export function stackScope(
  wanted: ReadonlyMap<string, JsonObject>,
  isGenerated: (id: string) => boolean,
  place: StackPlace,
  others: Omit<Scope, 'resource'>,
): StackScope {
  const done = new Map<string, JsonObject>();
  const scope: StackScope = {
    ...others,
    properties: (id) => {
      const found = done.get(id) ?? evaluateObject(objectOr(wanted.get(id)?.Properties), scope);
      done.set(id, found);
      return found;
    },
    resource: (id, attribute) => {
      const type = wanted.get(id)?.Type;
      if (type !== undefined) {
        return resourceValue(place, id, { type: String(type), properties: scope.properties(id) }, attribute);
      }
      return isGenerated(id) ? unknown(id, attribute) : undefined;
    },
  };
  return scope;
}

/**
 * What `Ref`, or `Fn::GetAtt` with an attribute, gives of a resource: what follows from its name; an attribute that is
 * called like a property has the value of the property; a placeholder for all else.
 */
export function resourceValue(
  place: StackPlace,
  id: string,
  { type, properties }: Resource,
  attribute: string | undefined,
): Json {
  const known = resourceTypes[type];
  const text = known && textFor(known, attribute);
  if (text !== undefined) return filled(text, place, id, { type, properties });
  const given = attribute === undefined ? undefined : valueAt(properties, attribute.split('.'));
  return given === undefined || isObject(given) ? unknown(id, attribute) : given;
}

const unknown = (id: string, attribute: string | undefined): string =>
  attribute === undefined ? placeholder(id) : placeholder(id, attribute);

function textFor(known: ResourceType, attribute: string | undefined): string | undefined {
  if (attribute === undefined) return known.ref ?? '{name}';
  if (attribute === known.name) return '{name}';
  return attribute === 'Arn' && known.arn !== undefined ? '{arn}' : known.attributes?.[attribute];
}

function filled(text: string, place: StackPlace, id: string, { type, properties }: Resource): string {
  const { name: property, arn = '', lowerCase } = resourceTypes[type]!;
  const given = properties[property];
  const made = `${place.name}-${id}-local`;
  const name = typeof given === 'string' ? given : lowerCase ? made.toLowerCase() : made;
  return text
    .replaceAll('{arn}', `arn:aws:${arn}`)
    .replaceAll('{region}', place.region)
    .replaceAll('{account}', place.account)
    .replaceAll('{path}', typeof properties.Path === 'string' ? properties.Path : '/')
    .replaceAll('{name}', () => name);
}
