import type { Path } from '../../diagnostics/problem.js';
import { isList, isObject, objectOr } from '../../language/json.js';
import type { QueryLanguage, Scope, State } from '../../language/plan.js';
import type { Document, Json, JsonObject } from '../../source/document.js';
import { isPlanccType } from '../../states/registry.js';
import { isDefinition } from '../definition.js';

/** What reading a scope needs to know of the whole plan. */
export interface Reading {
  readonly document: Document;
  /** The machine's language: states inside a Map or Parallel take it, not that of the Map or Parallel. */
  readonly language: QueryLanguage;
  /** States with a mistake among their own fields. */
  readonly invalid: ReadonlySet<Json>;
}

const nativeTypes = new Set(['Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map']);

/** Reads the machine or inner scope at `path`, with all that is inside it. */
export function readScope(
  reading: Reading,
  kind: Scope['kind'],
  path: Path,
  value: JsonObject,
  owner: State | undefined,
): Scope {
  const written = objectOr(value.States);
  const names = reading.document.keys(written);
  const states = new Map<string, State>();
  const startAt = typeof value.StartAt === 'string' ? value.StartAt : names[0];
  const scope: Scope = { kind, path, value, states, startAt, owner };
  const implied = !isDefinition(reading.document.file);
  for (const [index, name] of names.entries()) {
    const following = implied ? names[index + 1] : undefined;
    states.set(name, readState(reading, scope, name, written[name]!, following));
  }
  return scope;
}

function readState(
  reading: Reading,
  scope: Scope,
  name: string,
  written: Json,
  following: string | undefined,
): State {
  const value = objectOr(written);
  const type = String(value.Type);
  const path = [...scope.path, 'States', name];
  const inner: Scope[] = [];
  const state: State = {
    name,
    type,
    kind: isPlanccType(type) ? 'plancc' : nativeTypes.has(type) ? 'native' : 'unknown',
    value,
    valid: isObject(written) && !reading.invalid.has(written),
    path,
    language: value.QueryLanguage === 'JSONata' ? 'JSONata' : reading.language,
    scope,
    inner,
    following,
  };
  for (const [kind, keys, held] of innerScopes(value)) {
    if (isObject(held)) inner.push(readScope(reading, kind, [...path, ...keys], held, state));
  }
  return state;
}

function innerScopes(state: JsonObject): readonly (readonly [Scope['kind'], Path, Json | undefined])[] {
  const { Type, Branches, ItemProcessor, Iterator: iterator } = state;
  if (Type === 'Parallel' && isList(Branches)) {
    return Branches.map((branch, index) => ['branch', ['Branches', index], branch]);
  }
  if (Type !== 'Map') return [];
  return ItemProcessor === undefined
    ? [['body', ['Iterator'], iterator]]
    : [['body', ['ItemProcessor'], ItemProcessor]];
}
