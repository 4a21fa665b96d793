import type { Path } from '../../diagnostics/problem.js';
import { scopes, states, type Validator } from '../../generated/validators.js';
import { isList, isObject } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';
import { type Subject, typeOfState } from './subject.js';

/** The validator of an object of the plan; undefined for a state whose type there is not. */
export function validatorOf({ kind, value }: Subject): Validator | undefined {
  if (kind !== 'state') return scopes[kind];
  const type = isObject(value) ? typeOfState(value) : undefined;
  return typeof type === 'string' && Object.hasOwn(states, type) ? states[type] : undefined;
}

/** Whether a field of an object takes a reference that is the whole value; `pointer` leads to it, as in errors. */
export function takesReference(subject: Subject, at: Path, pointer: string): boolean {
  const validator = validatorOf(subject);
  validator?.(withValue(subject.value, at, '${{ Environment }}'));
  return validator?.errors?.every(({ instancePath }) => instancePath !== pointer) ?? true;
}

function withValue(value: Json, [key, ...rest]: Path, put: Json): Json {
  if (key === undefined) return put;
  if (isList(value)) return value.map((item, index) => (index === key ? withValue(item, rest, put) : item));
  const object = value as JsonObject;
  return { ...object, [key]: withValue(object[key]!, rest, put) };
}
