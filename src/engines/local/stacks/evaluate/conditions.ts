import { isList, isObject, objectOr } from '../../../../language/json.js';
import type { Json, JsonObject } from '../../../../source/document.js';
import { TemplateError } from '../template-error.js';
import { evaluate } from './index.js';
import type { Scope } from './scope.js';

/**
 * Whether each condition of a template holds. Conditions may be built on each other in any order, but not in a circle.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html
 */
export function evaluateConditions(
  conditions: JsonObject,
  scope: Omit<Scope, 'conditions'>,
): ReadonlyMap<string, boolean> {
  const done = new Map<string, boolean>();
  const way: string[] = [];
  const named = (name: string): boolean => {
    const known = done.get(name);
    if (known !== undefined) return known;
    const condition = conditions[name];
    if (condition === undefined || way.includes(name)) {
      const what =
        condition === undefined ? 'Unresolved condition dependency' : 'Circular condition dependency';
      throw new TemplateError(
        `Template format error: ${what} ${name} in the Conditions block of the template`,
      );
    }
    way.push(name);
    const holds = test(condition);
    way.pop();
    done.set(name, holds);
    return holds;
  };
  const value = (part: Json | undefined): string =>
    JSON.stringify(text(evaluate(part ?? null, { ...scope, conditions: done })));
  const test = (condition: Json): boolean => {
    const [name, argument] = Object.entries(objectOr(condition))[0] ?? [];
    const parts = isList(argument) ? argument : [];
    switch (name) {
      case 'Condition':
        return named(String(argument));
      case 'Fn::Equals':
        return value(parts[0]) === value(parts[1]);
      case 'Fn::And':
        return parts.every(test);
      case 'Fn::Or':
        return parts.some(test);
      case 'Fn::Not':
        return !test(parts[0] ?? null);
      default:
        throw new TemplateError('Template format error: Every Condition member must be a boolean function');
    }
  };
  for (const name of Object.keys(conditions)) named(name);
  return done;
}

/** All that conditions compare is text: `1` is equal to `"1"`. */
const text = (value: Json | undefined): Json => {
  if (isList(value)) return value.map(text);
  return value === undefined || value === null || isObject(value) ? (value ?? null) : String(value);
};
