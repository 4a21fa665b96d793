import type { Path } from '../../diagnostics/problem.js';
import { isList, isObject, someString } from '../../language/json.js';
import type { State } from '../../language/plan.js';
import { refers } from '../../language/text.js';
import type { Json, JsonObject } from '../../source/document.js';

/**
 * How a field may use `${{ … }}`: as a value of any form (`payload`), as a JSONPath (`path`), as a value that has a
 * `…Path` twin for JSONPath (`twin`), inside a JSONata condition (`condition`), as plain prose (`comment`), or not at
 * all (`fixed`).
 */
export type Use = 'payload' | 'path' | 'twin' | 'condition' | 'comment' | 'fixed';

/** What `$` is in a field: the state's input, what `InputPath` leaves of it, the state's result, or the error that was caught. */
export type Sees = 'input' | 'part' | 'result' | 'error';

export interface Field {
  /** Below the state. */
  readonly path: Path;
  readonly value: Json;
  readonly use: Use;
  readonly sees: Sees;
}

const payload = [
  ...['Parameters', 'Arguments', 'ResultSelector', 'ItemSelector', 'Assign', 'Output', 'Result', 'Items'],
  ...['BatchInput', 'Credentials', 'Otherwise', 'Properties'],
];
const paths = ['InputPath', 'OutputPath', 'ItemsPath', 'Variable'];
// https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html: fields with a Path twin
const twins = [
  ...['Seconds', 'Timestamp', 'TimeoutSeconds', 'HeartbeatSeconds', 'MaxConcurrency', 'Error', 'Cause'],
  ...[
    'ToleratedFailureCount',
    'ToleratedFailurePercentage',
    'MaxItems',
    'MaxItemsPerBatch',
    'MaxInputBytesPerBatch',
  ],
];
const comparison = /^(String|Numeric|Boolean|Timestamp)(Equals|LessThan|GreaterThan)(Equals)?$/;

const uses = new Map<string, Use>([
  ...payload.map((name) => [name, 'payload'] as const),
  ...paths.map((name) => [name, 'path'] as const),
  ...twins.map((name) => [name, 'twin'] as const),
  ['Condition', 'condition'],
  ['Comment', 'comment'],
]);

/** How the field of this name may use references; undefined for one that holds further fields or none. */
export const useOf = (name: string): Use | undefined =>
  uses.get(name) ?? (comparison.test(name) ? 'twin' : undefined);

/** Scopes inside a state are states of their own. */
const scopes = new Set(['Branches', 'ItemProcessor', 'Iterator']);

export const isScopeField = (state: State, name: string): boolean =>
  scopes.has(name) && (state.type === 'Parallel' || state.type === 'Map');

/** Every field of a state in which a reference or a CloudFormation intrinsic might stand. */
export function fieldsOf(state: State): readonly Field[] {
  const found: Field[] = [];
  const visit = (container: JsonObject, path: Path) => {
    for (const name in container) {
      const value = container[name]!;
      if (path.length === 0 && isScopeField(state, name)) continue;
      const use = useOf(name);
      const at = [...path, name];
      if (use !== undefined) {
        found.push({ path: at, value, use, sees: seesOf(state, at) });
      } else if (isObject(value)) visit(value, at);
      else if (isList(value)) visitList(value, at);
      else found.push({ path: at, value, use: 'fixed', sees: 'input' });
    }
  };
  const visitList = (list: readonly Json[], path: Path) => {
    for (const [index, item] of list.entries()) {
      if (isObject(item)) visit(item, [...path, index]);
      else found.push({ path: [...path, index], value: item, use: 'fixed', sees: 'input' });
    }
  };
  visit(state.value, []);
  return found;
}

/** Whether a state uses references itself; those of states inside it do not count. */
export const hasReferences = (state: State): boolean =>
  fieldsOf(state).some(({ use, value }) => use !== 'comment' && someString(value, refers));

/** What `$` is in a field of a state. `When` and `Otherwise` are looked at before the state is entered. */
export function seesOf(state: State, path: Path): Sees {
  const { InputPath } = state.value;
  const [field] = path;
  if (field === 'When' || field === 'Otherwise' || path.at(-1) === 'InputPath') return 'input';
  const partOfInput = typeof InputPath === 'string' && InputPath !== '$';
  if (seesResult(state, path)) return path[0] === 'Catch' ? 'error' : 'result';
  return partOfInput ? 'part' : 'input';
}

/**
 * In JSONPath states `$` of `ResultSelector` is the result, that of `Assign` is the result of a Task, Parallel or Map or
 * what a Pass makes, and in a catcher it is the error: https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
function seesResult(state: State, path: Path): boolean {
  if (state.language === 'JSONata') return false;
  if (path[0] === 'ResultSelector' || path[0] === 'Catch') return true;
  if (path[0] !== 'Assign') return false;
  if (state.type === 'Pass') return state.value.Parameters !== undefined || state.value.Result !== undefined;
  return state.kind === 'plancc' || ['Task', 'Parallel', 'Map'].includes(state.type);
}
