import { type Path, type Place, type Problem, problem } from '../../diagnostics/problem.js';
import { isList, isObject } from '../../language/json.js';
import type { Json } from '../../source/document.js';

export interface Difference {
  /** In what is expected. */
  readonly path: Path;
  readonly expected: Json;
  /** Undefined where nothing is. */
  readonly found: Json | undefined;
}

/** Where a value is not as expected: an object may have more fields, all else is to be equal. */
export function differences(expected: Json, found: Json | undefined, path: Path = []): readonly Difference[] {
  if (isObject(expected) && isObject(found)) {
    return Object.entries(expected).flatMap(([key, inner]) =>
      differences(inner, Object.hasOwn(found, key) ? found[key] : undefined, [...path, key]),
    );
  }
  if (isList(expected) && isList(found) && expected.length === found.length) {
    return expected.flatMap((item, index) => differences(item, found[index], [...path, index]));
  }
  return expected === found ? [] : [{ path, expected, found }];
}

/** The place of something below what is expected. */
export type PlaceBelow = (...below: Path) => Place;

export const differs = ({ path, expected, found }: Difference, at: PlaceBelow): Problem =>
  problem('PLAN7072', at(...path), {
    name: String(path.at(-1)),
    expected: shown(expected),
    found: found === undefined ? undefined : shown(found),
  });

/** Characters of a value in a message. */
const mostShown = 100;

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
