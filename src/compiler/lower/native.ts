import { jsonPath } from '../../asl/path/print.js';
import { someString } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import { refers } from '../../language/text.js';
import type { Json, JsonObject } from '../../source/document.js';
import { nextOf } from '../flow/exits.js';
import { mergesOutput, passesPayload } from '../managed.js';
import { isScopeField, seesOf } from '../references/fields.js';
import { endsWithResult, type Lowering, leadTo, writerFor } from './context.js';
import { lowerFields } from './fields.js';
import { branchesPath, itemSelector, iterationResult, mergeBranches, storeResult } from './merge.js';
import type { Tree, TreeObject } from './tree.js';
import { lowerCatchers, lowerChoices, lowerRetriers } from './ways.js';

/**
 * One of Amazon's states: key for key as the author wrote it, with ways, references and intrinsics made ASL's.
 * `after` is the added state that takes its place on the way on, if any; `lowerInner` lowers the scopes in a field.
 */
export function lowerNative(
  lowering: Lowering,
  state: State,
  after: string | undefined,
  lowerInner: (field: string) => Tree,
): TreeObject {
  const next = nextOf(state);
  const ways =
    next === undefined ? {} : after === undefined ? leadTo(lowering, state.scope, next.to) : { Next: after };
  const lowered: { [key: string]: Tree } = {};
  for (const [key, value] of Object.entries(state.value)) {
    const leads = key === 'Next' || (key === 'End' && value === true);
    Object.assign(
      lowered,
      leads
        ? ways
        : isScopeField(state, key)
          ? { [key]: lowerInner(key) }
          : lowerKey(lowering, state, key, value),
    );
  }
  if (lowered.Next === undefined && lowered.End !== true) Object.assign(lowered, ways);
  if (passesPayload(state)) lowered.ItemSelector ??= itemSelector(state, {});
  return Object.assign(lowered, keepOutputs(lowering.plan, state));
}

function lowerKey(lowering: Lowering, state: State, key: string, value: Json): TreeObject {
  switch (key) {
    case 'End':
      // Without `Next` the order of the states leads on.
      return state.value.Next === undefined ? {} : { End: value };
    case 'When':
    case 'Otherwise':
      return {};
    case 'Choices':
      return { Choices: lowerChoices(lowering, state) };
    case 'Default':
      return { Default: leadTo(lowering, state.scope, String(value)).Next! };
    case 'Retry':
      return { Retry: lowerRetriers(state) };
    case 'Catch':
      return { Catch: lowerCatchers(lowering, state) };
  }
  const writer = writerFor(lowering, state, seesOf(state, [key]));
  const fields = lowerFields({ [key]: value }, writer);
  if (passesPayload(state) && (key === 'ItemSelector' || key === 'Parameters')) {
    const computed = fields[`${key}.$`];
    return {
      ItemSelector: itemSelector(
        state,
        computed === undefined ? { item: fields[key]! } : { 'item.$': computed },
      ),
    };
  }
  return state.type === 'Pass' && key === 'Result' && someString(value, refers)
    ? computedResult(fields)
    : fields;
}

/** `Result` is never computed in ASL; a Pass with `Parameters` or `InputPath` gives the same. */
const computedResult = (fields: TreeObject): TreeObject =>
  'Result.$' in fields ? { InputPath: fields['Result.$']! } : { Parameters: fields.Result! };

/** What becomes of the results of a Parallel or Map that holds states of plancc's, and at the end of an iteration. */
function keepOutputs(plan: Plan, state: State): JsonObject {
  if (state.type === 'Succeed' && endsWithResult(state.scope)) {
    const own = ['InputPath', 'OutputPath', 'Output'].some((field) => state.value[field] !== undefined);
    return own ? {} : { QueryLanguage: 'JSONata', Output: iterationResult(plan, state.scope) };
  }
  if (!mergesOutput(state)) return {};
  if (state.type === 'Map') {
    return state.language === 'JSONata'
      ? { Output: storeResult(state.name) }
      : { ResultPath: jsonPath(['output', state.name]) };
  }
  if (state.language === 'JSONPath') return { ResultPath: branchesPath };
  return { Output: mergeBranches(state, '$states.result', '$states.input') };
}
