import { isList } from '../../../language/json.js';
import { StatesError } from '../../../ports/states-error.js';
import type { Json } from '../../../source/document.js';

/** That the expression of a field gave a value of another type than it needs; `written` is as it stands there. */
export function unexpectedType(
  written: Json | undefined,
  field: string,
  expected: string,
  value: Json,
): StatesError {
  const expression = String(written).replace(/^\{%\s*|\s*%\}$/g, '');
  const type = isList(value) ? 'array' : value === null ? 'null' : typeof value;
  return new StatesError(
    'States.QueryEvaluationError',
    `The JSONata expression '${expression}' specified for the field '${field}' returned an unexpected result type. Expected '${expected}', but was '${type}' for value: ${JSON.stringify(value)}`,
  );
}
