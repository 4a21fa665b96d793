import { isList, isObject } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';

/** The objects of a list such as `Retry`, `Catch` or `Choices`. */
export const rulesOf = (list: Json | undefined): readonly JsonObject[] =>
  isList(list) ? list.filter(isObject) : [];
