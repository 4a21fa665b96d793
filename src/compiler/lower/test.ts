import { jsonPath } from '../../asl/path/print.js';
import { objectOr, someString } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import { refers } from '../../language/text.js';
import type { Json, JsonObject } from '../../source/document.js';
import { skipOf } from '../flow/exits.js';
import { mergesOutput } from '../managed.js';
import { outputOf, producers } from '../outputs.js';
import { type Lowering, leadTo, writerFor } from './context.js';
import { lowerFields } from './fields.js';
import { jsonataValue } from './jsonata-value.js';
import { storeAt, storeOutputs } from './merge.js';
import type { TreeObject } from './tree.js';
import { lowerValue } from './value.js';

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
  const { Otherwise: value, ResultPath } = state.value;
  if (ResultPath === null) return { Type: 'Pass' };
  const expression = (json: Json): string =>
    jsonataValue(json, writerFor(lowering, { ...state, language: 'JSONata' }, 'input'), state.language);
  const computed = (Output: string): JsonObject => ({ Type: 'Pass', QueryLanguage: 'JSONata', Output });
  if (state.type === 'Parallel' && mergesOutput(state)) {
    return computed(storeOutputs(expression(outputsOfBranches(lowering.plan, state, objectOr(value)))));
  }
  const keys = outputOf(lowering.plan, state)?.keys ?? [];
  // JSONPath could compute an object, but neither a text nor a list.
  if (state.language === 'JSONata' || someString(value, refers))
    return computed(storeAt(keys, expression(value!)));
  const lowered = lowerValue(value!, writerFor(lowering, state, 'input')) as { readonly literal: Json };
  return {
    Type: 'Pass',
    Result: lowered.literal,
    ...(keys.length > 0 ? { ResultPath: jsonPath(keys) } : {}),
  };
}

/** Outputs by the names of states inside a Parallel, each as the state itself would leave it. */
function outputsOfBranches(plan: Plan, state: State, outputs: JsonObject): JsonObject {
  const inside = state.inner.flatMap((branch) => producers([...branch.states.values()]));
  const left = inside
    .filter(({ name }) => name in outputs)
    .map((inner): [string, Json] => {
      const [, key, ...more] = outputOf(plan, inner)!.keys;
      return [String(key), more.reduceRight<Json>((at, name) => ({ [name]: at }), outputs[inner.name]!)];
    });
  return Object.fromEntries(left);
}
