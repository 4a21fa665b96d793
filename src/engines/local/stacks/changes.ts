import { canonical } from '../../../language/json.js';
import type { StackChange } from '../../../ports/stacks.js';
import { resourceTypes } from './resource-types.js';
import type { Resource } from './resources.js';
import { TemplateError } from './template-error.js';

type Resources = { readonly [id: string]: Resource };

/**
 * What becomes of each resource: new and changed ones in the order in which they are made, then those that go. Throws a
 * `TemplateError` when one is to be of another type.
 */
export function changesBetween(
  before: Resources,
  after: ReadonlyMap<string, Resource>,
): readonly StackChange[] {
  const changes: StackChange[] = [];
  for (const [logicalId, resource] of after) {
    const old = Object.hasOwn(before, logicalId) ? before[logicalId] : undefined;
    const { type } = resource;
    if (old === undefined) changes.push({ action: 'Add', logicalId, type });
    else if (old.type !== type) {
      throw new TemplateError(
        `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${logicalId}]`,
      );
    } else if (canonical(old.properties) !== canonical(resource.properties)) {
      changes.push({ action: 'Modify', logicalId, type, replacement: replacementOf(old, resource) });
    }
  }
  for (const [logicalId, { type }] of Object.entries(before).reverse()) {
    if (!after.has(logicalId)) changes.push({ action: 'Remove', logicalId, type });
  }
  return changes;
}

/** A resource with another name is another one, and tags replace nothing; of other properties only AWS knows. */
function replacementOf(old: Resource, { type, properties }: Resource): StackChange['replacement'] {
  const changed = [...new Set([...Object.keys(old.properties), ...Object.keys(properties)])].filter(
    (name) => canonical(old.properties[name] ?? null) !== canonical(properties[name] ?? null),
  );
  const name = resourceTypes[type]?.name;
  if (name !== undefined && changed.includes(name)) return 'True';
  return changed.every((property) => property === 'Tags') ? 'False' : 'Conditional';
}
