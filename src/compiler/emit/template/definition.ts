import { nameInSub } from '../../../cloudformation/sub.js';
import { isObject } from '../../../language/json.js';
import type { Json } from '../../../source/document.js';

const placeholder = /\$\{([A-Za-z0-9_]+)\}|\$\{/g;

/**
 * The `DefinitionString` of a state machine. Every other `${` of the definition is written as the JSON escape of a
 * dollar sign: `Fn::Sub` then sees none, while its own escape (`${!`) leaves open what becomes of one that is never
 * closed or that holds another, as in `${A:-${B}}` of a shell.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
export function definitionString(definition: string, substitutions: { readonly [name: string]: Json }): Json {
  const used = new Map<string, Json>();
  for (const [, name] of definition.matchAll(placeholder)) {
    if (name !== undefined && Object.hasOwn(substitutions, name)) used.set(name, substitutions[name]!);
  }
  if (used.size === 0) return definition;
  const variables = new Map(
    [...used].map(([name, value]) => [name, isObject(value) ? nameInSub(value) : undefined]),
  );
  const direct = [...variables.values()].every((variable) => variable !== undefined);
  const text = definition.replace(placeholder, (found, name: string | undefined) => {
    if (name === undefined || !used.has(name)) return `\\u0024${found.slice(1)}`;
    return direct ? `\${${variables.get(name)}}` : found;
  });
  return { 'Fn::Sub': direct ? text : [text, Object.fromEntries(used)] };
}
