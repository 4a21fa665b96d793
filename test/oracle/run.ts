import jsonata from 'jsonata';
import { isList, isObject, objectOr } from '../../src/language/json.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import { evaluatePath, evaluateTemplate, Unresolved, type View } from './expression.js';

/** What a Task gives: its result, or an error of this name. */
export type Task = (name: string, input: Json) => { readonly result: Json } | { readonly error: string };

export interface Run {
  readonly task: Task;
  /** Names of the states in the order they were entered. */
  readonly trace: string[];
  readonly context: JsonObject;
}

class Failed extends Error {
  constructor(readonly error: string) {
    super(error);
  }
}

/** Runs a definition with given results of its Tasks, as far as compiled plans need it: gives the output. */
export async function runMachine(
  machine: JsonObject,
  input: Json,
  run: Run,
  outer: Json = 'JSONPath',
): Promise<Json> {
  const states = objectOr(machine.States);
  const language = machine.QueryLanguage ?? outer;
  let data = input;
  for (let name = String(machine.StartAt), steps = 0; ; steps++) {
    if (steps > 1000) throw new Unresolved('runs for ever');
    const state = objectOr(states[name]);
    run.trace.push(name);
    const mode = { jsonata: (state.QueryLanguage ?? language) === 'JSONata', language };
    const context = { ...run.context, State: { Name: name, EnteredTime: 'now', RetryCount: 0 } };
    try {
      const [output, next] = await enter(name, state, data, mode, { ...run, context });
      data = output;
      if (next === undefined) return data;
      name = next;
    } catch (thrown) {
      if (!(thrown instanceof Failed)) throw thrown;
      const catchers = (isList(state.Catch) ? state.Catch : []) as JsonObject[];
      const catcher = catchers.find(({ ErrorEquals }) =>
        (ErrorEquals as string[]).some((one) => one === thrown.error || one === 'States.ALL'),
      );
      if (catcher === undefined) throw thrown;
      const error = { Error: thrown.error, Cause: 'because' };
      data = mode.jsonata
        ? await computed(catcher.Output ?? error, { input: data, errorOutput: error, context })
        : put(data, catcher.ResultPath, error);
      name = String(catcher.Next);
    }
  }
}

interface Mode {
  readonly jsonata: boolean;
  readonly language: Json;
}

async function enter(
  name: string,
  state: JsonObject,
  input: Json,
  mode: Mode,
  run: Run,
): Promise<[Json, string | undefined]> {
  const next = typeof state.Next === 'string' ? state.Next : undefined;
  const view: View = {
    input: select(state.InputPath, { input, context: run.context }),
    context: run.context,
  };
  switch (state.Type) {
    case 'Choice':
      return [input, await choose(state, view, mode)];
    case 'Fail':
      throw new Failed(
        String(
          state.Error ?? (state.ErrorPath === undefined ? '' : evaluatePath(String(state.ErrorPath), view)),
        ),
      );
    case 'Wait':
      for (const [key, path] of Object.entries(state))
        if (key.endsWith('Path')) evaluatePath(String(path), view);
      return [input, next];
    case 'Pass': {
      if (mode.jsonata)
        return [state.Output === undefined ? input : await computed(state.Output, states(input, run)), next];
      const result =
        state.Result ??
        (state.Parameters === undefined ? view.input : evaluateTemplate(state.Parameters, view));
      return [put(input, state.ResultPath, result), next];
    }
    case 'Succeed':
      return [
        state.Output === undefined ? input : await computed(state.Output, states(input, run)),
        undefined,
      ];
  }
  const result = await work(name, state, view, mode, run);
  if (mode.jsonata)
    return [
      state.Output === undefined ? result : await computed(state.Output, { ...states(input, run), result }),
      next,
    ];
  const selected =
    state.ResultSelector === undefined
      ? result
      : evaluateTemplate(state.ResultSelector, { input: result, context: run.context });
  return [put(input, state.ResultPath, selected), next];
}

async function work(name: string, state: JsonObject, view: View, mode: Mode, run: Run): Promise<Json> {
  const template = state.Parameters ?? state.Arguments ?? {};
  if (state.Type === 'Parallel') {
    const branches = state.Branches as JsonObject[];
    return Promise.all(branches.map((branch) => runMachine(branch, view.input, run, mode.language)));
  }
  if (state.Type === 'Map') {
    const items = mode.jsonata
      ? await computed(state.Items ?? view.input, states(view.input, run))
      : select(state.ItemsPath, view);
    if (!isList(items)) throw new Unresolved(`${name} iterates over no list`);
    const results = items.map(async (Value, Index) => {
      const context: JsonObject = { ...run.context, Map: { Item: { Index, Value } } };
      const selector = state.ItemSelector;
      const item =
        selector === undefined
          ? Value
          : mode.jsonata
            ? await computed(selector, states(view.input, { ...run, context }))
            : evaluateTemplate(selector, { input: view.input, context });
      return runMachine(
        objectOr(state.ItemProcessor ?? state.Iterator),
        item,
        { ...run, context },
        mode.language,
      );
    });
    return Promise.all(results);
  }
  const given = mode.jsonata
    ? await computed(template, states(view.input, run))
    : evaluateTemplate(template, view);
  const done = run.task(name, given);
  if ('error' in done) throw new Failed(done.error);
  return done.result;
}

const states = (input: Json, run: Run): JsonObject => ({ input, context: run.context });

/** A path alone: intrinsic functions have no place in `InputPath`. */
const select = (path: Json | undefined, view: View): Json =>
  path === undefined ? view.input : evaluatePath(String(path), view);

async function choose(state: JsonObject, view: View, mode: Mode): Promise<string | undefined> {
  for (const rule of state.Choices as JsonObject[]) {
    const holds = mode.jsonata
      ? await computed(rule.Condition!, { input: view.input, context: view.context })
      : holdsRule(rule, view);
    if (holds === true) return String(rule.Next);
  }
  if (state.Default === undefined) throw new Failed('States.NoChoiceMatched');
  return String(state.Default);
}

function isPresent(path: string, view: View): boolean {
  try {
    evaluatePath(path, view);
    return true;
  } catch {
    return false;
  }
}

function holdsRule(rule: JsonObject, view: View): boolean {
  if (isList(rule.And)) return rule.And.every((one) => holdsRule(one as JsonObject, view));
  if (isList(rule.Or)) return rule.Or.some((one) => holdsRule(one as JsonObject, view));
  if (isObject(rule.Not)) return !holdsRule(rule.Not, view);
  if (rule.IsPresent !== undefined) return isPresent(String(rule.Variable), view) === rule.IsPresent;
  const value = evaluatePath(String(rule.Variable), view);
  const [name, operand] = Object.entries(rule).find(
    ([key]) => !['Variable', 'Next', 'Comment'].includes(key),
  )!;
  const other = name.endsWith('Path') ? evaluatePath(String(operand), view) : operand;
  if (/Equals(Path)?$/.test(name) && !/Less|Greater/.test(name)) return value === other;
  if (name.startsWith('NumericGreaterThan')) return Number(value) > Number(other);
  if (name === 'StringMatches')
    return new RegExp(`^${String(other).replaceAll('*', '.*')}$`).test(String(value));
  throw new Unresolved(`${name} is not known here`);
}

/** A value in which strings `{% … %}` are JSONata; Step Functions fails where one gives nothing. */
async function computed(value: Json, $states: JsonObject): Promise<Json> {
  if (typeof value === 'string') {
    const expression = /^\{%([\s\S]*)%\}$/.exec(value)?.[1];
    if (expression === undefined) return value;
    const result: unknown = await jsonata(expression).evaluate(undefined, { states: $states });
    if (result === undefined) throw new Unresolved(`${expression} gives nothing`);
    return JSON.parse(JSON.stringify(result)) as Json;
  }
  if (isList(value)) return Promise.all(value.map((item) => computed(item, $states)));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(
    async ([key, inner]) => [key, await computed(inner, $states)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

function put(input: Json, path: Json | undefined, result: Json): Json {
  if (path === null) return input;
  const keys = [...String(path ?? '$').matchAll(/\.([\w]+)|\['((?:[^'\\]|\\.)*)'\]/g)].map(
    (found) => found[1] ?? found[2]!.replace(/\\(.)/g, '$1'),
  );
  const set = (at: Json | undefined, [key, ...rest]: readonly string[]): Json =>
    key === undefined ? result : { ...objectOr(at), [key]: set(objectOr(at)[key], rest) };
  return set(input, keys);
}
