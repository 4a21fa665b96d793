import { isList, isObject } from '../../../language/json.js';
import type { Json } from '../../../source/document.js';
import { functions, type Kind, kindWords } from '../../path/functions.js';
import { refuse } from './refused.js';

/** Refuses arguments that a function does not take, as many or of that type. */
export function checkArguments(name: string, values: readonly Json[]): void {
  const { takes, optional = 0, open } = functions[name]!;
  if (values.length < takes.length - optional || (values.length > takes.length && !open))
    refuse(`it is given ${values.length} arguments`);
  for (const [index, kind] of takes.entries())
    if (index < values.length && !isOf[kind](values[index]!))
      refuse(`argument ${index + 1} is not ${kindWords[kind]}: ${JSON.stringify(values[index])}`);
}

const isOf: { readonly [kind in Kind]: (value: Json) => boolean } = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  list: isList,
  object: isObject,
  anything: () => true,
};
