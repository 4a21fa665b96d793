import { unexpectedType } from '../../../../../asl/evaluate/jsonata/unexpected-type.js';
import { readPath } from '../../../../../asl/evaluate/path/read-path.js';
import { isList, isObject } from '../../../../../language/json.js';
import { StatesError } from '../../../../../ports/states-error.js';
import type { Json, JsonObject } from '../../../../../source/document.js';
import { built, scopeOf } from '../../fields.js';
import type { Attempt } from '../../run.js';

/** What an iteration is for: an item of a list, or a key of an object with its value. */
export interface Item {
  readonly value: Json;
  readonly key?: string | undefined;
}

/** The items that `ItemsPath` or `Items` lead to. */
export async function itemsOf(attempt: Attempt): Promise<readonly Item[]> {
  const { state, queryLanguage } = attempt;
  const path = String(state.ItemsPath ?? '$');
  const found =
    queryLanguage === 'JSONata'
      ? ((await built(attempt, state, 'Items')) ?? attempt.input)
      : readPath(path, scopeOf(attempt));
  const items = itemsIn(found);
  if (items !== undefined) return items;
  throw queryLanguage === 'JSONata'
    ? unexpectedType(state.Items, 'Items', 'array', found)
    : new StatesError('States.Runtime', `Reference path "${path}" must point to array.`);
}

export function itemsIn(value: Json): readonly Item[] | undefined {
  if (isList(value)) return value.map((item) => ({ value: item }));
  return isObject(value) ? Object.entries(value).map(([key, item]) => ({ key, value: item })) : undefined;
}

/** What an iteration starts with: the item, or what `ItemSelector` makes of it. */
export async function inputFor(attempt: Attempt, index: number, { key, value }: Item): Promise<Json> {
  const { state } = attempt;
  // `Parameters` is what the field was called before.
  const field = state.ItemSelector === undefined ? 'Parameters' : 'ItemSelector';
  const selected = await built(attempt, state, field, {
    context: itemContext(attempt, index, { key, value }),
  });
  return selected ?? (key === undefined ? value : { Key: key, Value: value });
}

/** `$$` with what iteration it is. */
export const itemContext = (
  { context }: { readonly context: JsonObject },
  index: number,
  { key, value }: Item,
): JsonObject => ({
  ...context,
  Map: { Item: { Index: index, Value: value, ...(key !== undefined && { Key: key }) } },
});
