import { isList, isObject } from '../../../language/json.js';
import type { Json } from '../../../source/document.js';
import { refuse } from './refused.js';

/** `States.Format`: the parts of a text with values between them. */
export function formatText(parts: readonly string[], values: readonly Json[]): string {
  if (values.length !== parts.length - 1)
    refuse(`the text has ${parts.length - 1} placeholders for ${values.length} values`);
  return parts.map((part, index) => (index === 0 ? part : written(values[index - 1]!) + part)).join('');
}

/** Lists and objects are written as Java does. */
function written(value: Json): string {
  if (isList(value)) return `[${value.map(written).join(', ')}]`;
  if (isObject(value))
    return `{${Object.entries(value)
      .map(([key, inner]) => `${key}=${written(inner)}`)
      .join(', ')}}`;
  return String(value);
}
