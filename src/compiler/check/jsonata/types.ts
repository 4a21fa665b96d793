import { type Kind, kindOf } from '../../../asl/jsonata/result.js';
import type { Tree } from '../../../asl/jsonata/tree.js';
import { type Problem, problem } from '../../../diagnostics/problem.js';
import { isExpression } from '../../../language/jsonata.js';
import type { Plan } from '../../../language/plan.js';
import type { Expression } from './expression.js';
import type { FieldText } from './texts.js';

interface Type {
  readonly kinds: readonly Kind[];
  readonly expected: string;
  readonly help: string;
}

const number: Type = {
  kinds: ['number'],
  expected: 'a number',
  help: 'make a number of it with `$number(…)`',
};
const text: Type = { kinds: ['text'], expected: 'text', help: 'make text of it with `$string(…)`' };
const condition: Type = {
  kinds: ['boolean'],
  expected: 'true or false',
  help: "compare it with a value, as in `$states.input.answer = 'yes'`",
};
const items: Type = {
  kinds: ['list', 'object'],
  expected: 'a list or an object',
  help: 'make a list of it, as in `[1..3]`',
};

/** Fields that take a value of one kind alone; whoever gives them another one fails with `States.QueryEvaluationError`. */
const types: { readonly [field: string]: Type } = {
  Condition: condition,
  Items: items,
  Seconds: number,
  TimeoutSeconds: number,
  HeartbeatSeconds: number,
  MaxConcurrency: number,
  ToleratedFailureCount: number,
  ToleratedFailurePercentage: number,
  MaxItems: number,
  MaxItemsPerBatch: number,
  MaxInputBytesPerBatch: number,
  Timestamp: text,
  Error: text,
  Cause: text,
};

const words: { readonly [kind in Kind]: string } = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  list: 'a list',
  object: 'an object',
  function: 'a function',
};

/** An expression that cannot give what its field takes. */
export function checkKind({ plan, field, path, whole }: Expression, tree: Tree): readonly Problem[] {
  const name = String(field.path.at(-1));
  const type = whole && Object.hasOwn(types, name) ? types[name]! : undefined;
  const kind = type === undefined ? undefined : kindOf(tree);
  if (type === undefined || kind === undefined || type.kinds.includes(kind)) return [];
  const values = { field: name, expected: type.expected, given: words[kind] };
  return [problem('PLAN2058', { file: plan.document.file, path }, values, { help: type.help })];
}

/** An expression where JSONPath is spoken: text, which fields of numbers and times refuse. */
export function neverEvaluated(plan: Plan, { field, text, path, whole }: FieldText): readonly Problem[] {
  // Fields that only JSONata has have been refused themselves.
  const name = String(field.path.at(-1));
  const refused = field.use === 'condition' || ['Arguments', 'Output', 'Items'].includes(name);
  if (!isExpression(text) || refused) return [];
  const place = { file: plan.document.file, path };
  const help = 'give the state `QueryLanguage: JSONata`, or write a path of JSONPath';
  const type = whole && name !== 'Error' && name !== 'Cause' ? types[name] : undefined;
  if (type === undefined || field.use !== 'twin') {
    const values = { text: '{% … %}', reason: 'this state is in JSONPath' };
    return [problem('PLAN2052', place, values, { help })];
  }
  const expected = name === 'Timestamp' ? 'a time' : type.expected;
  const values = { field: name, expected, given: 'text, as the state is in JSONPath' };
  return [problem('PLAN2058', place, values, { help })];
}
