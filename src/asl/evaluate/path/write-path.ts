import { isList, isObject } from '../../../language/json.js';
import { StatesError } from '../../../ports/states-error.js';
import type { Json } from '../../../source/document.js';
import { pathKeys } from '../../path/keys.js';
import { once } from '../once.js';

type Keys = readonly (string | number)[];

const keysOf = once((path): Keys | null => pathKeys(path) ?? null);

/**
 * The input with a value at a reference path, as `ResultPath` puts it there: objects are made on the way, items of lists
 * must be there. Throws `States.ResultPathMatchFailure`: https://states-language.net/#using-paths
 */
export function writePath(input: Json, path: string, value: Json): Json {
  const keys = keysOf(path);
  const written = keys === null ? undefined : put(input, keys, value);
  if (written !== undefined) return written;
  throw new StatesError(
    'States.ResultPathMatchFailure',
    `Unable to apply ReferencePath ${path} to input ${JSON.stringify(input)}`,
  );
}

function put(at: Json | undefined, [key, ...more]: Keys, value: Json): Json | undefined {
  if (key === undefined) return value;
  if (typeof key === 'string') {
    if (at !== undefined && !isObject(at)) return undefined;
    const inner = put(at !== undefined && Object.hasOwn(at, key) ? at[key] : undefined, more, value);
    return inner === undefined ? undefined : { ...at, [key]: inner };
  }
  const index = isList(at) && key < 0 ? at.length + key : key;
  if (!isList(at) || at[index] === undefined) return undefined;
  const inner = put(at[index], more, value);
  return inner === undefined ? undefined : at.with(index, inner);
}
