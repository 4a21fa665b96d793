import { isObject, objectOr } from '../../language/json.js';
import { jsonPath } from '../../language/jsonpath.js';
import type { State } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import { skipOf } from '../flow/exits.js';
import { mergesOutput } from '../managed.js';
import { outputOf } from '../outputs.js';
import { type Lowering, leadTo, writerFor } from './context.js';
import { lowerFields } from './fields.js';
import { storeOutputs, storeResult } from './merge.js';
import type { TreeObject } from './tree.js';
import { jsonataValue, lowerValue } from './value.js';

type Named = readonly [string, TreeObject];

/** The states by which a state with `When` is entered or passed by. */
export function testStates(lowering: Lowering, state: State): readonly Named[] {
  const names = lowering.names(state);
  const skip = leadTo(lowering, state.scope, skipOf(state).to);
  const language: JsonObject =
    state.value.QueryLanguage === undefined ? {} : { QueryLanguage: state.value.QueryLanguage };
  const test = (otherwise: string): Named => [
    names.test,
    {
      Type: 'Choice',
      ...language,
      Choices: [
        { ...lowerFields(objectOr(state.value.When), writerFor(lowering, state, 'input')), Next: state.name },
      ],
      Default: otherwise,
    },
  ];
  if (state.value.Otherwise !== undefined) {
    return [
      test(names.otherwise),
      [names.otherwise, { ...language, ...otherwiseState(lowering, state), ...skip }],
    ];
  }
  if (typeof skip.Next === 'string') return [test(skip.Next)];
  return [test(names.skipped), [names.skipped, { Type: 'Succeed' }]];
}

/** A Pass that stores `Otherwise` where the state's output would be. */
function otherwiseState(lowering: Lowering, state: State): JsonObject {
  const value = state.value.Otherwise!;
  const writer = writerFor(lowering, state, 'input');
  if (state.type === 'Parallel' && mergesOutput(state)) {
    const outputs = jsonataValue(value, writerFor(lowering, { ...state, language: 'JSONata' }, 'input'));
    return { Type: 'Pass', QueryLanguage: 'JSONata', Output: storeOutputs(outputs) };
  }
  const keys = outputOf(lowering.plan, state)?.keys;
  if (state.language === 'JSONata') {
    const expression = jsonataValue(value, writer);
    const output =
      keys === undefined
        ? `{% ${expression} %}`
        : storeResult(String(keys[1]), nested(keys.slice(2), expression));
    return { Type: 'Pass', Output: output };
  }
  const discarded = state.value.ResultPath === null ? { ResultPath: null } : {};
  const path: JsonObject = keys === undefined ? discarded : { ResultPath: jsonPath(keys) };
  const lowered = lowerValue(value, writer);
  if ('expression' in lowered) return { Type: 'Pass', InputPath: lowered.expression, ...path };
  const computed = isObject(value) && JSON.stringify(lowered.literal) !== JSON.stringify(value);
  return { Type: 'Pass', [computed ? 'Parameters' : 'Result']: lowered.literal, ...path };
}

const nested = (keys: readonly (string | number)[], expression: string): string =>
  keys.reduceRight<string>((inner, key) => `{${JSON.stringify(key)}: ${inner}}`, expression);
