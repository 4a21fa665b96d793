import { isList, isObject } from '../../language/json.js';
import { StatesError } from '../../ports/states-error.js';
import type { Json } from '../../source/document.js';
import { parse } from '../path/parse.js';
import type { Call, PathExpression } from '../path/syntax.js';
import { callIntrinsic } from './intrinsics/call.js';
import { once } from './once.js';
import { find, refuseNull } from './path/read-path.js';
import type { Scope } from './scope.js';

const expressionOf = once((text): PathExpression | Call => {
  const found = parse(text);
  if (found.kind !== 'fault') return found;
  throw new StatesError(
    'States.Runtime',
    `The value '${text}' is no path or intrinsic function: ${found.reason}`,
  );
});

/** A payload template with the values of its keys that end in `.$`: https://states-language.net/#payload-template */
export function fillTemplate(template: Json, scope: Scope): Json {
  if (isList(template)) return template.map((item) => fillTemplate(item, scope));
  if (!isObject(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$') && typeof value === 'string'
        ? [key.slice(0, -2), evaluateExpression(value, key, scope)]
        : [key, fillTemplate(value, scope)],
    ),
  );
}

/**
 * The value of a path or an intrinsic function; `field` is where it stands, as in `name.$` or `CausePath`. Throws
 * `States.Runtime` for a path to nothing, `States.IntrinsicFailure` for a function that fails.
 */
export function evaluateExpression(text: string, field: string, scope: Scope): Json {
  const expression = expressionOf(text);
  if (expression.kind === 'call') return callIntrinsic(expression, text, scope);
  refuseNull(expression, scope);
  const value = find(expression, scope);
  if (value !== undefined) return value;
  // Step Functions says so, though its documentation speaks of States.ParameterPathFailure.
  throw new StatesError(
    'States.Runtime',
    `The JSONPath '${text}' specified for the field '${field}' could not be found in the input '${JSON.stringify(
      expression.root === 'context' ? scope.context : scope.input,
    )}'`,
  );
}
