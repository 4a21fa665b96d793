import { isObject, objectOr } from '../../src/language/json.js';
import type { Answer } from '../../src/ports/orchestrator.js';
import { StatesError } from '../../src/ports/states-error.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import { run } from '../interpreter/machine.js';

/** What a Task gives: its result, or an error of this name. */
export type Task = (name: string, input: Json) => { readonly result: Json } | { readonly error: string };

/** Runs what was compiled with given results of its Tasks: gives the result, and the states in the order they were entered. */
export async function runCompiled(definition: JsonObject, input: JsonObject, task: Task) {
  const answers = new Map<string, Answer>();
  const { result, events } = await run(definition, input, {
    answers,
    task: ({ state, arguments: given, token }) => {
      const done = task(state, given);
      if ('error' in done) throw new StatesError(done.error, 'because');
      if (token !== undefined) answers.set(token, { output: done.result });
      return done.result;
    },
  });
  const trace = events.flatMap(({ type, stateEnteredEventDetails: details }) =>
    type.endsWith('StateEntered') && isObject(details) ? [String(details.name)] : [],
  );
  return { result, trace, output: 'output' in result ? objectOr(result.output) : {} };
}
