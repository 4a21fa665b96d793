import { isList } from '../../language/json.js';
import type { State } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import { stateTypes } from '../../states/index.js';

const alsoReported = new Map(stateTypes.flatMap((type) => Object.entries(type.errors)));

/** Step Functions reports some errors of plancc's under names of its own: an author's `ErrorEquals` gets those as well. */
export function expandErrors(handler: JsonObject): JsonObject {
  const { ErrorEquals } = handler;
  if (!isList(ErrorEquals)) return handler;
  const names = ErrorEquals.flatMap((name) => [name, ...(alsoReported.get(String(name)) ?? [])]);
  return names.length === ErrorEquals.length ? handler : { ...handler, ErrorEquals: [...new Set(names)] };
}

/** A catcher that keeps the payload where ASL's own default would replace it by the error. */
export function keepPayload(state: State, catcher: JsonObject): JsonObject {
  if (state.language === 'JSONPath')
    return catcher.ResultPath === undefined ? { ...catcher, ResultPath: '$.error' } : catcher;
  if (catcher.Output !== undefined) return catcher;
  return { ...catcher, Output: "{% $merge([$states.input, {'error': $states.errorOutput}]) %}" };
}

/** The author's retriers with ours for what passes: last, or before the one for `States.ALL`, which must be last. */
export function withTransient(author: readonly JsonObject[], transient: JsonObject): readonly JsonObject[] {
  const last = author.at(-1);
  const catchesAll = isList(last?.ErrorEquals) && last.ErrorEquals.includes('States.ALL');
  return catchesAll ? [...author.slice(0, -1), transient, last!] : [...author, transient];
}

const longestDelay = 15;

/** Waits for a reconciling worker: 2 s, growing to 15 s, for at least as long as the worker itself keeps on. */
export function whileInProgress(timeoutSeconds: number): JsonObject {
  return {
    ErrorEquals: ['InProgress'],
    IntervalSeconds: 2,
    BackoffRate: 1.5,
    MaxDelaySeconds: longestDelay,
    MaxAttempts: Math.ceil(timeoutSeconds / longestDelay) + 10,
  };
}
