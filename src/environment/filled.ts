import { isList, isObject } from '../language/json.js';
import type { Reference } from '../language/reference.js';
import { parseText, wholeReference } from '../language/text.js';
import type { Json } from '../source/document.js';
import type { Payload } from './records.js';

/** A value with what its references to the environment and the distribution stand for. */
export function filled(value: Json, known: Pick<Payload, 'environment' | 'distribution'>): Json {
  if (isList(value)) return value.map((item) => filled(item, known));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, known)]));
  if (typeof value !== 'string') return value;
  const whole = wholeReference(value);
  if (whole !== undefined) return meaning(whole, known);
  return parseText(value)
    .map((segment) => {
      if (segment.kind === 'reference') return meaning(segment.reference, known);
      return segment.kind === 'text' ? segment.text : value.slice(...segment.span);
    })
    .join('');
}

/** The compiler lets nothing else through. */
function meaning(
  { root, parts }: Reference,
  { environment, distribution }: Pick<Payload, 'environment' | 'distribution'>,
): string {
  if (root === 'Environment') return environment;
  const fields: { readonly [key: string]: string } = {
    Name: distribution.name,
    Version: distribution.version,
    Id: distribution.id,
  };
  return fields[String(parts[0]?.key)] ?? '';
}
