import { canonical, isList } from '../language/json.js';
import { StatesError } from '../ports/states-error.js';
import type { Json, JsonObject } from '../source/document.js';

/** The value of a parameter in its type. Throws a `StatesError` when it cannot be, or is not allowed. */
export function accept(name: string, parameter: JsonObject, found: Json, source: string): Json {
  const { Type: type = 'String', AllowedValues: allowed, Pattern: pattern } = parameter;
  const refuse = (reason: string): never => {
    const value = JSON.stringify(found);
    throw new StatesError(
      'ParameterInvalid',
      `the parameter ${name} has the value ${value} from ${source}, but ${reason}`,
    );
  };
  const value = typed(type, found);
  if (value === undefined) return refuse(`it must be ${expected[String(type)]}`);
  for (const item of isList(value) ? value : [value]) {
    if (isList(allowed) && !allowed.some((one) => canonical(one) === canonical(item)))
      refuse(`allowed are only: ${allowed.map(String).join(', ')}`);
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(String(item)))
      refuse(`it must match \`${pattern}\``);
  }
  return value;
}

const expected: { readonly [type: string]: string } = {
  String: 'a text',
  Number: 'a number',
  Boolean: '`true` or `false`',
  List: 'a list of texts',
};

/** Text is read as the type asks for; undefined for what is not of the type. */
function typed(type: Json, value: Json): Json | undefined {
  switch (type) {
    case 'Number':
      return typeof value === 'string' ? numberOf(value) : typeof value === 'number' ? value : undefined;
    case 'Boolean':
      return typeof value === 'string' ? booleans.get(value) : typeof value === 'boolean' ? value : undefined;
    case 'List':
      return typeof value === 'string' ? listOf(value) : isTexts(value) ? value : undefined;
    default:
      return typeof value === 'object' ? undefined : String(value);
  }
}

const numberOf = (text: string): number | undefined =>
  text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;

const booleans = new Map([
  ['true', true],
  ['false', false],
]);

/** As SSM writes a StringList: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
const listOf = (text: string): readonly string[] =>
  text === '' ? [] : text.split(',').map((item) => item.trim());

const isTexts = (value: Json): boolean => isList(value) && value.every((item) => typeof item === 'string');
