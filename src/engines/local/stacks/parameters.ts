import { isList, isObject, objectOr } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { hasPlaceholder } from './evaluate/placeholder.js';
import { TemplateError } from './template-error.js';

/** The value of every parameter of a template, as text. Throws a `TemplateError` as CloudFormation refuses them. */
export function parameterValues(
  declared: JsonObject,
  given: { readonly [name: string]: string },
): { readonly [name: string]: string } {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  if (unknown.length > 0) {
    throw new TemplateError(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  }
  const missing: string[] = [];
  const values: { [name: string]: string } = {};
  for (const [name, declaration] of Object.entries(declared)) {
    const { Default } = objectOr(declaration);
    const value = given[name] ?? (Default === undefined ? undefined : asText(Default));
    if (value === undefined) missing.push(name);
    else values[name] = value;
  }
  if (missing.length > 0) throw new TemplateError(`Parameters: [${missing.join(', ')}] must have values`);
  for (const [name, value] of Object.entries(values)) check(name, objectOr(declared[name]), value);
  return values;
}

const asText = (value: Json): string => (isList(value) ? value.join(',') : String(value));

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
function check(name: string, declaration: JsonObject, value: string): void {
  const { Type, AllowedValues, AllowedPattern, ConstraintDescription } = declaration;
  const type = String(Type);
  // The value is the name of a parameter in the Parameter Store, the rest is about what is found there.
  if (type.startsWith('AWS::SSM::Parameter::')) return;
  const refuse = (rule: string): never => {
    const text = typeof ConstraintDescription === 'string';
    throw new TemplateError(
      text
        ? `Parameter ${name} failed to satisfy constraint: ${ConstraintDescription}`
        : `Parameter '${name}' ${rule}`,
    );
  };
  for (const item of isListType(type) ? itemsOf(value) : [value]) {
    // What only AWS could know fits everywhere.
    if (hasPlaceholder(item)) continue;
    if (/^(List<)?Number>?$/.test(type)) checkNumber(declaration, item, refuse);
    else checkLength(declaration, item, refuse);
    if (isList(AllowedValues) && !AllowedValues.map(String).includes(item)) {
      refuse('must be one of AllowedValues');
    }
    if (typeof AllowedPattern === 'string' && !matches(AllowedPattern, item)) {
      refuse(`must match pattern ${AllowedPattern}`);
    }
  }
}

type Refuse = (rule: string) => never;

function checkNumber({ MinValue, MaxValue }: JsonObject, value: string, refuse: Refuse): void {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) refuse('must be a number');
  if (MinValue !== undefined && number < Number(MinValue)) {
    refuse(`must be a number not less than ${MinValue}`);
  }
  if (MaxValue !== undefined && number > Number(MaxValue)) {
    refuse(`must be a number not greater than ${MaxValue}`);
  }
}

function checkLength({ MinLength, MaxLength }: JsonObject, value: string, refuse: Refuse): void {
  if (MinLength !== undefined && value.length < Number(MinLength)) {
    refuse(`must contain at least ${MinLength} characters`);
  }
  if (MaxLength !== undefined && value.length > Number(MaxLength)) {
    refuse(`must contain at most ${MaxLength} characters`);
  }
}

/** The whole text must match. Patterns are Java's: one that JavaScript cannot read is taken to match. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return true;
  }
}

export const isListType = (type: string): boolean =>
  type === 'CommaDelimitedList' ||
  type.startsWith('List<') ||
  type.startsWith('AWS::SSM::Parameter::Value<List<');

export const itemsOf = (value: string): readonly string[] =>
  value === '' ? [] : value.split(',').map((item) => item.trim());

export const isHidden = (declaration: Json | undefined): boolean =>
  isObject(declaration) && String(declaration.NoEcho).toLowerCase() === 'true';
