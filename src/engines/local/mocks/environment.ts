import { type Path, type Problem, problem } from '../../../diagnostics/problem.js';
import { isList, isObject } from '../../../language/json.js';
import { hasReference, parseText } from '../../../language/text.js';
import type { Document, Json } from '../../../source/document.js';

/** A document beside a plan for one environment: its name is in the place of every `${{ Environment }}`, in keys too. */
export function inEnvironment<T extends object>(document: T, environment: string): T {
  const named = (text: string): string =>
    hasReference(text)
      ? parseText(text)
          .map((part) => (part.kind === 'text' ? part.text : environment))
          .join('')
      : text;
  const resolved = (value: Json): Json => {
    if (typeof value === 'string') return named(value);
    if (isList(value)) return value.map(resolved);
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, inner]): [string, Json, boolean] => [
      named(key),
      resolved(inner),
      hasReference(key),
    ]);
    // A name that is written out is for one environment: it comes before those of all.
    return Object.fromEntries(entries.sort(([, , a], [, , b]) => Number(b) - Number(a)));
  };
  return resolved(document as Json) as T;
}

/** References that mean nothing here: only the name of the environment is known. */
export function checkReferences({ file, value }: Document): readonly Problem[] {
  const found: Problem[] = [];
  const check = (text: string, path: Path, on?: 'key') => {
    for (const part of parseText(text)) {
      if (part.kind === 'text') continue;
      const place = { file, path, ...(on === undefined ? { span: part.span } : { on }) };
      if (part.kind === 'malformed') {
        const help = 'write `$${{` for the characters themselves';
        found.push(problem('PLAN4001', place, { reason: part.reason }, { help }));
      } else if (part.reference.text !== 'Environment') {
        const help = 'write the value itself';
        found.push(problem('PLAN7062', place, { reference: part.reference.text }, { help }));
      }
    }
  };
  const walk = (inner: Json | undefined, path: Path): void => {
    if (typeof inner === 'string') check(inner, path);
    else if (isList(inner)) for (const [index, item] of inner.entries()) walk(item, [...path, index]);
    else if (isObject(inner)) {
      for (const [key, item] of Object.entries(inner)) {
        check(key, [...path, key], 'key');
        walk(item, [...path, key]);
      }
    }
  };
  walk(value, []);
  return found;
}
