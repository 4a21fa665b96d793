import { isList } from '../../language/json.js';
import { StatesError } from '../../ports/states-error.js';
import type { Json, JsonObject } from '../../source/document.js';

/** Properties of a stack as they are when the state runs: what came by reference may be of any type. */

export function text(property: string, value: Json | undefined): string {
  if (typeof value === 'string' && value !== '') return value;
  throw refused(property, value, 'a text');
}

/** Outputs of stacks are text, also those that mean a boolean. */
export function flag(property: string, value: Json): boolean {
  if (String(value) === 'true') return true;
  if (String(value) === 'false') return false;
  throw refused(property, value, '`true` or `false`');
}

export function texts(property: string, value: Json): readonly string[] {
  if (isList(value)) return value.map((item, index) => text(`${property}[${index}]`, item));
  throw refused(property, value, 'a list');
}

/** Numbers and booleans as text, lists joined by commas, as CloudFormation takes them. */
export const textsByName = (property: string, values: JsonObject): { readonly [name: string]: string } =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, plainText(`${property}.${name}`, value)]),
  );

function plainText(property: string, value: Json): string {
  if (isList(value)) return value.map((item, index) => plainText(`${property}[${index}]`, item)).join(',');
  if (value === null || typeof value === 'object') {
    throw refused(property, value, 'text, a number, a boolean or a list of these');
  }
  return String(value);
}

export const optional = <T>(
  read: (property: string, value: Json) => T,
  property: string,
  value: Json | undefined,
): T | undefined => (value === undefined ? undefined : read(property, value));

function refused(property: string, value: Json | undefined, wanted: string): StatesError {
  const given = value === undefined ? 'not given' : JSON.stringify(value);
  return new StatesError('StackFailed', `\`${property}\` is ${given}, where ${wanted} belongs`);
}
