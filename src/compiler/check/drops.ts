import { pathKeys } from '../../asl/path/keys.js';
import { jsonPath } from '../../asl/path/print.js';
import type { Path } from '../../diagnostics/problem.js';
import { isObject, objectOr, someString, valueAt } from '../../language/json.js';
import type { State } from '../../language/plan.js';
import type { Json } from '../../source/document.js';
import { isOrHoldsPlancc, mapDepth, mergesOutput, passesPayload, payloadKeys } from '../managed.js';
import { resultKeys } from '../outputs.js';

/** Where a state lets go of the payload, below the state, and how it would keep it. */
export interface Drop {
  readonly path: Path;
  readonly help: string;
}

const isRoot = (state: State, key: string | number): boolean =>
  payloadKeys.includes(String(key)) || (mapDepth(state.scope) > 0 && (key === 'item' || key === 'iteration'));

/** How a state that succeeds drops the payload; undefined when its output still has it. */
export function dropAfter(state: State): Drop | undefined {
  if (mergesOutput(state)) return undefined;
  return state.language === 'JSONata' ? afterJsonata(state) : afterJsonPath(state);
}

function afterJsonPath(state: State): Drop | undefined {
  const { OutputPath, InputPath, Parameters, Result, ResultSelector } = state.value;
  if (OutputPath !== undefined && OutputPath !== '$') return at('OutputPath', 'remove `OutputPath`');
  if (state.kind === 'plancc') return replaced(state, false);
  switch (state.type) {
    case 'Task':
    case 'Parallel':
    case 'Map':
      return replaced(state, !rebuilds(ResultSelector));
    case 'Pass': {
      const replaces = Result !== undefined || Parameters !== undefined || narrows(InputPath);
      return replaced(state, replaces && !rebuilds(Parameters));
    }
    default:
      return narrows(InputPath) ? at('InputPath', 'remove `InputPath`') : undefined;
  }
}

/** By `ResultPath` a result is put into the payload; without one it takes its place. */
function replaced(state: State, byDefault: boolean): Drop | undefined {
  const { ResultPath } = state.value;
  const help = `give \`${state.name}\` \`ResultPath: ${stored(state.name)}\` to keep its result beside it, or \`ResultPath: null\` to discard its result`;
  if (ResultPath === undefined) return byDefault ? { path: [], help } : undefined;
  if (typeof ResultPath !== 'string') return undefined;
  const keys = pathKeys(ResultPath);
  const takes =
    keys !== undefined &&
    (keys.length === 0 ? byDefault || state.kind === 'plancc' : keys.length === 1 && isRoot(state, keys[0]!));
  return takes
    ? { path: ['ResultPath'], help: `use another path, such as \`${stored(state.name)}\`` }
    : undefined;
}

const stored = (name: string): string => jsonPath(['output', name]);

const keepHelp = (value: string): string =>
  `keep it with \`Output: "{% $merge([$states.input, {'result': ${value}}]) %}"\``;

function afterJsonata(state: State): Drop | undefined {
  if (state.kind === 'plancc') return undefined;
  const { Output } = state.value;
  const gives = ['Task', 'Parallel', 'Map'].includes(state.type);
  const help = keepHelp(gives ? '$states.result' : '…');
  if (Output === undefined) {
    return gives
      ? { path: [], help: `${help}, or discard its result with \`Output: "{% $states.input %}"\`` }
      : undefined;
  }
  return keepsInput(Output) ? undefined : { path: ['Output'], help };
}

/** Whether an object has all of the payload that states of plancc's cannot do without. */
const rebuilds = (value: Json | undefined): boolean =>
  isObject(value) && payloadKeys.every((name) => name in value || `${name}.$` in value);

/** Whether an `Output` may hold the payload: it mentions the whole input, or makes an `output` itself. */
const keepsInput = (value: Json): boolean =>
  rebuilds(value) || someString(value, (text) => /\$states\.input(?![\w.[])|\boutput\b['"]?\s*:/.test(text));

/** How `Otherwise` drops the payload: it is the output of a skipped state, in its place. */
export function dropOtherwise(state: State): Drop | undefined {
  const { Otherwise, ResultPath } = state.value;
  const placed = ResultPath === null || resultKeys(state) !== undefined || mergesOutput(state);
  if (Otherwise === undefined || placed || keepsInput(Otherwise)) return undefined;
  return at(
    'Otherwise',
    `give \`${state.name}\` \`ResultPath: ${stored(state.name)}\`, which its \`Otherwise\` follows`,
  );
}

/** How a Parallel or Map keeps the payload from the states inside it. */
export function dropInside(state: State): Drop | undefined {
  const fields =
    state.type === 'Parallel' ? ['Parameters', 'Arguments', 'InputPath'] : ['ItemBatcher', 'InputPath'];
  const field = fields.find((name) => {
    const value = state.value[name];
    return (
      value !== undefined &&
      (name === 'InputPath' ? narrows(value) : name === 'ItemBatcher' || !keepsInput(value))
    );
  });
  if (field !== undefined)
    return at(field, `remove \`${field}\`; the states inside get the payload as it is`);
  return state.type === 'Parallel' || passesPayload(state) ? undefined : { path: [], help: '' };
}

/** How a rule of a JSONata Choice drops the payload. */
export function dropByRule(state: State, index: number): Drop | undefined {
  const path = ['Choices', index, 'Output'];
  const output = valueAt(state.value, path);
  if (state.language !== 'JSONata' || output === undefined) return undefined;
  return keepsInput(output) ? undefined : { path, help: keepHelp('…') };
}

/** How a state's catcher drops the payload. */
export function dropByCatcher(state: State, index: number): Drop | undefined {
  const path = ['Catch', index];
  const catcher = objectOr(valueAt(state.value, path));
  if (state.language === 'JSONata') {
    if (catcher.Output === undefined ? isOrHoldsPlancc(state) : keepsInput(catcher.Output)) return undefined;
    return {
      path,
      help: 'keep it with `Output: "{% $merge([$states.input, {\'error\': $states.errorOutput}]) %}"`',
    };
  }
  const keys = typeof catcher.ResultPath === 'string' ? pathKeys(catcher.ResultPath) : undefined;
  if (catcher.ResultPath === undefined ? isOrHoldsPlancc(state) : keys === undefined) return undefined;
  if (keys !== undefined && keys.length > 0 && !(keys.length === 1 && isRoot(state, keys[0]!)))
    return undefined;
  return { path, help: 'give the catcher `ResultPath: $.error` to keep it' };
}

const narrows = (path: Json | undefined): boolean => path !== undefined && path !== '$';

const at = (field: string, help: string): Drop => ({ path: [field], help });
