import { isList, isObject } from '../../../language/json.js';
import { StatesError } from '../../../ports/states-error.js';
import type { Json, JsonObject } from '../../../source/document.js';
import type { Random, Variables } from '../scope.js';
import { compile } from './compile.js';
import { functionsOf } from './functions.js';
import { toJson } from './to-json.js';

/** What the expressions of a field in JSONata read. */
export interface JsonataScope {
  /** `$states`: `input` and `context`, and `result` or `errorOutput` where the field has them. */
  readonly states: JsonObject;
  readonly variables: Variables;
  readonly random: Random;
  /** Milliseconds since 1970, for `$now` and `$millis`. */
  readonly now: number;
}

/**
 * A value with all its `{% … %}` evaluated. `field` is where it stands in its state: `Output`, `Choices[1]/Condition`.
 * Throws `States.QueryEvaluationError` where an expression fails or gives nothing:
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export async function evaluateJsonata(value: Json, field: string, scope: JsonataScope): Promise<Json> {
  if (typeof value === 'string') {
    const expression = expressionIn(value);
    return expression === undefined ? value : evaluate(expression, field, scope);
  }
  if (isList(value)) {
    const items: Json[] = [];
    for (const [index, item] of value.entries())
      items.push(await evaluateJsonata(item, `${field}[${index}]`, scope));
    return items;
  }
  if (!isObject(value)) return value;
  const fields: [string, Json][] = [];
  for (const [key, inner] of Object.entries(value))
    fields.push([key, await evaluateJsonata(inner, `${field}/${key}`, scope)]);
  return Object.fromEntries(fields);
}

const expressionIn = (text: string): string | undefined =>
  text.startsWith('{%') && text.endsWith('%}') ? text.slice(2, -2).trim() : undefined;

async function evaluate(text: string, field: string, scope: JsonataScope): Promise<Json> {
  const failed = (reason: string): StatesError =>
    new StatesError(
      'States.QueryEvaluationError',
      `The JSONata expression '${text}' specified for the field '${field}' ${reason}`,
    );
  let result: unknown;
  try {
    const expression = await compile(text);
    const { states, variables } = scope;
    result = await expression.evaluate(undefined, { ...functionsOf(scope), ...variables, states });
  } catch (thrown) {
    const { code, message } = thrown as { readonly code?: string; readonly message: string };
    throw failed(`threw an error during evaluation. ${code === undefined ? '' : `${code}: `}${message}`);
  }
  if (result === undefined) throw failed('returned nothing (undefined).');
  const json = toJson(result);
  if (json === undefined) throw failed('returned an unsupported result type.');
  return json;
}
