import { eachReference } from '../../../cloudformation/references.js';
import { transformsOf } from '../../../cloudformation/transforms.js';
import { isList, objectOr } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { TemplateError } from './template-error.js';

/**
 * Logical ids in an order in which each comes after those that it needs. Throws a `TemplateError` for resources that need
 * each other.
 */
export function inOrder(wanted: ReadonlyMap<string, JsonObject>): readonly string[] {
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]) => {
    if (done.has(id)) return;
    if (way.includes(id)) {
      const circle = way.slice(way.indexOf(id)).join(', ');
      throw new TemplateError(`Circular dependency between resources: [${circle}]`);
    }
    for (const other of neededBy(wanted.get(id)!)) if (wanted.has(other)) visit(other, [...way, id]);
    done.add(id);
  };
  for (const id of wanted.keys()) visit(id, []);
  return [...done];
}

/** Throws a `TemplateError` for names that are neither resources nor parameters, as CloudFormation finds them. */
export function checkReferences(template: JsonObject): void {
  // Macros may make what is missing.
  if (transformsOf(template).length > 0) return;
  const known = new Set([
    ...Object.keys(objectOr(template.Parameters)),
    ...Object.keys(objectOr(template.Resources)),
  ]);
  const isKnown = (name: string): boolean => known.has(name) || name.startsWith('AWS::');
  for (const [section, needs] of [
    ['Resources', neededBy],
    ['Outputs', referencesIn],
  ] as const) {
    const missing = Object.values(objectOr(template[section])).flatMap((entry) =>
      [...needs(objectOr(entry))].filter((name) => !isKnown(name)),
    );
    if (missing.length === 0) continue;
    const names = [...new Set(missing)].join(', ');
    throw new TemplateError(
      `Template format error: Unresolved resource dependencies [${names}] in the ${section} block of the template`,
    );
  }
}

const neededBy = ({ Properties, DependsOn }: JsonObject): ReadonlySet<string> => {
  const named = isList(DependsOn) ? DependsOn : DependsOn === undefined ? [] : [DependsOn];
  return new Set([...referencesIn(Properties), ...named.map(String)]);
};

function referencesIn(value: Json | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  eachReference(value, ({ kind, name }) => {
    if (kind !== 'condition') found.add(name);
  });
  return found;
}
