import type { Path } from '../diagnostics/problem.js';
import { type Fields, native, own, parts } from '../generated/held.js';
import { isList, isObject } from '../language/json.js';
import type { QueryLanguage, State } from '../language/plan.js';
import type { Holds } from '../language/schema.js';
import type { Json, JsonObject } from '../source/document.js';

/** A field that is there, and what it holds. */
export interface HeldField {
  readonly name: string;
  /** Below the state. */
  readonly path: Path;
  readonly value: Json;
  readonly holds: Holds;
}

/** The fields of a state that hold paths, templates or values, with those of its rules, catchers and other parts. */
export function heldFields({ type, kind, value }: State): readonly HeldField[] {
  const found: HeldField[] = [];
  if (kind !== 'unknown') collect(kind === 'native' ? native[type]! : own, value, [], found);
  return found;
}

function collect(fields: Fields, value: JsonObject, path: Path, found: HeldField[]): void {
  for (const name in value) {
    const field = Object.hasOwn(fields, name) ? fields[name]! : undefined;
    if (field === undefined) continue;
    const inner = value[name]!;
    const at = [...path, name];
    if (field.holds !== undefined) found.push({ name, path: at, value: inner, holds: field.holds });
    const below = field.fields ?? (field.part === undefined ? undefined : parts[field.part]);
    if (below === undefined) continue;
    if (isObject(inner)) collect(below, inner, at, found);
    if (!isList(inner)) continue;
    for (const [index, item] of inner.entries())
      if (isObject(item)) collect(below, item, [...at, index], found);
  }
}

/** The query language a field belongs to; undefined when it is in both. */
export function languageOf(holds: Holds): QueryLanguage | undefined {
  if (holds === 'JSONata value') return 'JSONata';
  return holds === 'template' || holds === 'value' ? undefined : 'JSONPath';
}
