import type { Path } from '../diagnostics/problem.js';
import { isList, isObject } from '../language/json.js';
import type { Json, JsonObject } from '../source/document.js';

/** A rule of a Choice or a `When`, with its place in the document. */
export interface Rule {
  readonly rule: JsonObject;
  readonly path: Path;
}

/** A rule, or those of a list, each before the ones inside its `And`, `Or` and `Not`. */
export function rulesIn(value: Json | undefined, path: Path): readonly Rule[] {
  if (isList(value)) return value.flatMap((one, index) => rulesIn(one, [...path, index]));
  if (!isObject(value)) return [];
  const inner = ['And', 'Or', 'Not'].flatMap((name) => rulesIn(value[name], [...path, name]));
  return [{ rule: value, path }, ...inner];
}
