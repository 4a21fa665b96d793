import { inputScope } from '../asl/evaluate/scope.js';
import { fillTemplate } from '../asl/evaluate/template.js';
import { StatesError } from '../ports/states-error.js';
import type { Json, JsonObject } from '../source/document.js';

/** The outputs of a plan by what its execution gave: all but those of states that were skipped. */
export function planOutputs(declared: JsonObject, given: Json): JsonObject {
  const scope = inputScope(given);
  const outputs = Object.entries(declared).map(([name, value]) => {
    try {
      return fillTemplate({ [name]: value }, scope);
    } catch (error) {
      if (error instanceof StatesError) return {};
      throw error;
    }
  });
  return Object.assign({}, ...outputs);
}
