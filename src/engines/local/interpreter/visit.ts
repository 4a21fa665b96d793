import type { Variables } from '../../../asl/evaluate/scope.js';
import { StatesError } from '../../../ports/states-error.js';
import type { JsonObject } from '../../../source/document.js';
import { attempt } from './attempt.js';
import type { PastVisit } from './past.js';
import { payloadIn } from './payload.js';
import type { Branch, Payload, Run } from './run.js';

export interface Left {
  readonly output: Payload;
  readonly next: string | undefined;
}

/** Goes through a state once; one that was left already gives what it gave then. */
export async function visit(run: Run, branch: Branch, name: string, payload: Payload): Promise<Left> {
  const at = pathOf(branch, name);
  const past = run.past.at(at);
  if (past.exited !== undefined) return leftBefore(branch, past);
  const state = branch.states[name];
  if (state === undefined) throw new StatesError('States.Runtime', `There is no state '${name}'.`);
  const { entered } = past;
  if (entered !== undefined) branch.last = entered.id;
  const text = (entered?.stateEnteredEventDetails as { readonly input: string } | undefined)?.input;
  const input = text === undefined ? payload : payloadIn(text);
  const { output, assigned, next } = await attempt({
    run,
    branch,
    name,
    state,
    queryLanguage: state.QueryLanguage === 'JSONata' ? 'JSONata' : branch.queryLanguage,
    at,
    past,
    input: input.value,
    entered:
      entered ??
      run.record(branch, `${state.Type}StateEntered`, {
        stateEnteredEventDetails: { name, input: input.text, inputDetails: { truncated: false } },
        at,
      }),
  });
  branch.variables = { ...branch.variables, ...assigned };
  run.record(branch, `${state.Type}StateExited`, {
    stateExitedEventDetails: {
      name,
      output: output.text,
      outputDetails: { truncated: false },
      ...(assigned !== undefined && {
        assignedVariables: textsOf(assigned),
        assignedVariablesDetails: { truncated: false },
      }),
    },
    at,
    ...(next !== undefined && { next }),
  });
  return { output, next };
}

/** `Deploy/0/Api`, and `Deploy/0/Api#2` when it comes there again. */
function pathOf({ path, visits }: Branch, name: string): string {
  const count = (visits.get(name) ?? 0) + 1;
  visits.set(name, count);
  const own = path + name.replace(/[%/#]/g, encodeURIComponent);
  return count === 1 ? own : `${own}#${count}`;
}

function leftBefore(branch: Branch, { exited, output }: PastVisit): Left {
  const { assignedVariables } = exited!.stateExitedEventDetails as {
    readonly assignedVariables?: { readonly [name: string]: string };
  };
  branch.last = exited!.id;
  branch.variables = { ...branch.variables, ...valuesIn(assignedVariables) };
  return { output: payloadIn(output!), next: exited!.next };
}

const valuesIn = (texts: { readonly [name: string]: string } = {}): Variables =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.parse(text)]));

const textsOf = (variables: Variables): JsonObject =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, JSON.stringify(value)]));
