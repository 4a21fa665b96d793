import { evaluateJsonata } from '../../../asl/evaluate/jsonata/evaluate-jsonata.js';
import { unexpectedType } from '../../../asl/evaluate/jsonata/unexpected-type.js';
import { readPath } from '../../../asl/evaluate/path/read-path.js';
import type { Scope } from '../../../asl/evaluate/scope.js';
import { evaluateExpression, fillTemplate } from '../../../asl/evaluate/template.js';
import { StatesError } from '../../../ports/states-error.js';
import type { Json, JsonObject } from '../../../source/document.js';
import type { Attempt } from './run.js';

/** What a field is evaluated with beside the state's input: what `$` is in JSONPath, or is added to `$states` in JSONata. */
export interface Given {
  readonly input?: Json;
  readonly states?: JsonObject;
  readonly context?: JsonObject;
}

/** Runs what evaluates fields of a state, so that its failures say of which state. */
export async function evaluating<Value>(
  attempt: Attempt,
  evaluate: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await evaluate();
  } catch (error) {
    if (!(error instanceof StatesError)) throw error;
    const { name, at, number, entered, run, branch } = attempt;
    const cause = `An error occurred while executing the state '${name}' (entered at the event id #${entered.id}). ${error.message}`;
    if (error.name === 'States.QueryEvaluationError') {
      const location = /for the field '([^']+)'/.exec(error.message)?.[1];
      const evaluationFailedEventDetails = {
        error: error.name,
        cause,
        ...(location !== undefined && { location }),
        state: name,
      };
      run.record(branch, 'EvaluationFailed', { evaluationFailedEventDetails, at, attempt: number });
    }
    throw new StatesError(error.name, cause);
  }
}

/** The part of the input that a state in JSONPath works on. */
export const selected = (attempt: Attempt, field: 'InputPath' | 'OutputPath', from: Json): Json => {
  const { [field]: path = '$' } = attempt.state;
  return path === null ? {} : readPath(String(path), scopeOf(attempt, { input: from }));
};

/** What a state works on: in JSONPath the part of its input that `InputPath` leads to. */
export const inputOf = (attempt: Attempt): Json =>
  attempt.queryLanguage === 'JSONata' ? attempt.input : selected(attempt, 'InputPath', attempt.input);

/** The value of a field that is built from others, such as `Assign`; undefined when it is absent. */
export async function built(
  attempt: Attempt,
  rule: JsonObject,
  field: string,
  given: Given = {},
  place = '',
): Promise<Json | undefined> {
  const value = rule[field];
  if (value === undefined) return undefined;
  return attempt.queryLanguage === 'JSONata'
    ? evaluateJsonata(value, place + field, jsonataScope(attempt, given))
    : fillTemplate(value, scopeOf(attempt, given));
}

/** The value of `Parameters`, which is `Arguments` in JSONata; undefined when it is absent. */
export const argumentsOf = (
  attempt: Attempt,
  rule: JsonObject,
  given?: Given,
  place?: string,
): Promise<Json | undefined> =>
  built(attempt, rule, attempt.queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters', given, place);

/** The value of a field that JSONPath writes as `<field>Path` when it is not fixed; undefined when it is absent. */
export async function fieldOf(attempt: Attempt, rule: JsonObject, field: string): Promise<Json | undefined> {
  if (attempt.queryLanguage === 'JSONata')
    return rule[field] === undefined
      ? undefined
      : evaluateJsonata(rule[field], field, jsonataScope(attempt, {}));
  const path = rule[`${field}Path`];
  return path === undefined
    ? rule[field]
    : evaluateExpression(String(path), `${field}Path`, scopeOf(attempt));
}

/** The same of a field that needs a number: in JSONata another value fails the state here. */
export async function numberOf(attempt: Attempt, rule: JsonObject, field: string): Promise<Json | undefined> {
  const value = await fieldOf(attempt, rule, field);
  if (value !== undefined && typeof value !== 'number' && attempt.queryLanguage === 'JSONata')
    throw unexpectedType(rule[field], field, 'number', value);
  return value;
}

export const scopeOf = (attempt: Attempt, given: Given = {}): Scope => ({
  input: 'input' in given ? given.input! : inputOf(attempt),
  context: given.context ?? attempt.context,
  variables: attempt.branch.variables,
  random: attempt.run.random,
});

export const jsonataScope = (attempt: Attempt, { states, context = attempt.context }: Given) => ({
  states: { input: attempt.input, context, ...states },
  variables: attempt.branch.variables,
  random: attempt.run.random,
  now: attempt.run.clock.now(),
});
