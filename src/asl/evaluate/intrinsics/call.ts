import { StatesError } from '../../../ports/states-error.js';
import type { Json } from '../../../source/document.js';
import type { Argument, Call } from '../../path/syntax.js';
import { find } from '../path/read-path.js';
import type { Scope } from '../scope.js';
import { checkArguments } from './check-arguments.js';
import { formatText } from './format.js';
import { Refused, refuse } from './refused.js';
import { intrinsics } from './table.js';

/**
 * What an intrinsic function gives; `text` is what it was parsed of. Throws `States.IntrinsicFailure`, or `States.Runtime`
 * when a path among its arguments leads to nothing.
 */
export function callIntrinsic(call: Call, text: string, scope: Scope): Json {
  const values = call.arguments.map((argument) => argumentOf(argument, call, text, scope));
  try {
    if (!Object.hasOwn(intrinsics, call.name)) refuse('there is no such function');
    checkArguments(call.name, values);
    const first = call.arguments[0];
    // A text that is written there has braces of its own behind backslashes.
    if (call.name === 'States.Format' && first?.kind === 'text')
      return formatText(first.parts, values.slice(1));
    return intrinsics[call.name]!(scope.random, ...(values as never[]));
  } catch (thrown) {
    if (thrown instanceof Refused) throw failed('States.IntrinsicFailure', call, text, thrown.message);
    throw thrown;
  }
}

const failed = (name: string, { span }: Call, text: string, reason: string): StatesError =>
  new StatesError(name, `The function '${text.slice(...span)}' had the following error: ${reason}`);

function argumentOf(argument: Argument, call: Call, text: string, scope: Scope): Json {
  switch (argument.kind) {
    case 'path': {
      const value = find(argument, scope);
      if (value !== undefined) return value;
      const path = text.slice(...argument.span);
      const reason = `The JsonPath argument for the field '${path}' could not be found in the input '${JSON.stringify(scope.input)}'`;
      throw failed('States.Runtime', call, text, reason);
    }
    case 'call':
      return callIntrinsic(argument, text, scope);
    case 'null':
      return null;
    default:
      return argument.value;
  }
}
