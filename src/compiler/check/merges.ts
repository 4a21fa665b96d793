import { type Place, type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean, listed } from '../../diagnostics/suggest.js';
import { isObject } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import { mergesOutput } from '../managed.js';
import { producers, resultKeys } from '../outputs.js';

/** Parallels whose branches give outputs: each under a key of its own, and `Otherwise` by the names of the states. */
export const checkMerges = (plan: Plan): readonly Problem[] =>
  plan.states
    .filter((state) => state.type === 'Parallel' && mergesOutput(state))
    .flatMap((state) => [...sameKey(plan, state), ...unknownOutputs(plan, state)]);

const inBranches = (state: State): readonly (readonly State[])[] =>
  state.inner.map((branch) => producers([...branch.states.values()]));

function sameKey(plan: Plan, parallel: State): readonly Problem[] {
  const { file } = plan.document;
  const first = new Map<string, { readonly branch: number; readonly state: State }>();
  return inBranches(parallel).flatMap((states, branch) =>
    states.flatMap((state) => {
      const key = String(resultKeys(state)![1]);
      const other = first.get(key);
      if (other === undefined) first.set(key, { branch, state });
      // Two states of one name are refused for their name.
      if (other === undefined || other.branch === branch || other.state.name === state.name) return [];
      const help = 'give one of them a `ResultPath` with another name, or rename the state';
      const related = [{ place: givenAt(file, other.state), message: 'the other branch gives it here' }];
      return [problem('PLAN4036', givenAt(file, state), { key, parallel: parallel.name }, { help, related })];
    }),
  );
}

/** Where it is said under which key a state's output is found. */
function givenAt(file: string, { path, value }: State): Place {
  return value.ResultPath === undefined ? { file, path, on: 'key' } : { file, path: [...path, 'ResultPath'] };
}

function unknownOutputs(plan: Plan, parallel: State): readonly Problem[] {
  const { Otherwise } = parallel.value;
  if (Otherwise === undefined) return [];
  const path = [...parallel.path, 'Otherwise'];
  const names = inBranches(parallel)
    .flat()
    .map(({ name }) => name);
  const help = `write the outputs to assume, as in \`Otherwise: { ${names[0]}: { … } }\`; states inside: ${listed(names)}`;
  if (!isObject(Otherwise))
    return [problem('PLAN4037', { file: plan.document.file, path }, { name: parallel.name }, { help })];
  return Object.keys(Otherwise)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const place = { file: plan.document.file, path: [...path, name], on: 'key' as const };
      return problem(
        'PLAN4003',
        place,
        { name },
        { help: didYouMean(name, names, `states in \`${parallel.name}\``) },
      );
    });
}
