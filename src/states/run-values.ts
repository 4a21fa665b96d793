import { isList } from '../language/json.js';
import { StatesError } from '../ports/states-error.js';
import type { Json, JsonObject } from '../source/document.js';

type Texts = { readonly [name: string]: string };

/**
 * Reads properties as they are when a state runs: what came by reference may be of any type. A value that does not fit
 * fails the state with the error of this name.
 */
export function propertiesOr(error: string) {
  const refused = (property: string, value: unknown, wanted: string): StatesError => {
    const given = value === undefined ? 'not given' : JSON.stringify(value);
    return new StatesError(error, `\`${property}\` is ${given}, where ${wanted} belongs`);
  };

  const text = (property: string, value: unknown): string => {
    if (typeof value === 'string' && value !== '') return value;
    throw refused(property, value, 'a text');
  };

  /** Outputs of stacks are text, also those that mean a boolean. */
  const flag = (property: string, value: unknown): boolean => {
    if (String(value) === 'true') return true;
    if (String(value) === 'false') return false;
    throw refused(property, value, '`true` or `false`');
  };

  const texts = (property: string, value: unknown): readonly string[] => {
    if (isList(value)) return value.map((item, index) => text(`${property}[${index}]`, item));
    throw refused(property, value, 'a list');
  };

  /** Numbers and booleans as text, lists joined by commas, as CloudFormation takes them. */
  const textsByName = (property: string, values: JsonObject): Texts =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, plainText(`${property}.${name}`, value)]),
    );

  const plainText = (property: string, value: Json): string => {
    if (isList(value)) return value.map((item, index) => plainText(`${property}[${index}]`, item)).join(',');
    if (value === null || typeof value === 'object') {
      throw refused(property, value, 'text, a number, a boolean or a list of these');
    }
    return String(value);
  };

  return { flag, text, texts, textsByName };
}

export const optional = <T>(
  read: (property: string, value: unknown) => T,
  property: string,
  value: unknown,
): T | undefined => (value === undefined ? undefined : read(property, value));
