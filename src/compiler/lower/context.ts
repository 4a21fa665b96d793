import { jsonPath } from '../../asl/path/print.js';
import { jsonataPath } from '../../language/jsonata.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import { mergesOutput } from '../managed.js';
import type { Sees } from '../references/fields.js';
import { isFinding } from '../references/finding.js';
import { targetOf } from '../references/target.js';
import type { AddedNames } from './names.js';
import type { Substitutions } from './substitutions.js';
import type { Writer } from './writer.js';

/** What lowering needs beside the state at hand. */
export interface Lowering {
  readonly plan: Plan;
  readonly names: (state: State) => AddedNames;
  readonly substitutions: Substitutions;
}

/** Writes references as the state's language and the field's view of the payload need them. */
export function writerFor({ plan, substitutions }: Lowering, state: State | undefined, sees: Sees): Writer {
  const language = state?.language ?? 'JSONPath';
  return {
    language,
    placeholder: substitutions.placeholder,
    expression(reference) {
      const target = targetOf(plan, state, reference);
      if (isFinding(target)) throw new Error(`\`${reference.text}\` was not checked before lowering`);
      if (language === 'JSONata') return jsonataPath('$states.input', target.keys);
      return jsonPath(target.keys, sees === 'input' ? '$' : '$$.Execution.Input');
    },
  };
}

/** The state by which one is entered: its test, when it has one. */
export const entryOf = ({ names }: Lowering, state: State): string =>
  state.value.When === undefined ? state.name : names(state).test;

/** `Next` or `End` for a target of the author's; undefined is the end of the scope. */
export function leadTo(lowering: Lowering, scope: Scope, target: string | undefined): JsonObject {
  const state = target === undefined ? undefined : scope.states.get(target);
  if (state !== undefined) return { Next: entryOf(lowering, state) };
  return endsWithResult(scope) ? { Next: lowering.names(scope.owner!).result } : { End: true };
}

/** Whether each iteration ends with a Pass that gives the outputs of its states. */
export const endsWithResult = (scope: Scope): boolean => scope.kind === 'body' && mergesOutput(scope.owner!);
