import { isList, objectOr } from '../../../../language/json.js';
import { exitWith } from '../exit.js';
import { argumentsOf, evaluating, inputOf } from '../fields.js';
import { inside } from '../inside.js';
import { payloadOf } from '../payload.js';
import type { Attempt, Exit } from '../run.js';
import { failing, step } from '../step.js';
import { together } from '../together.js';

/** Runs all branches at once; its result is the list of their outputs. */
export async function parallel(attempt: Attempt): Promise<Exit> {
  const { run, branch, state, name } = attempt;
  const input = await evaluating(attempt, async () =>
    payloadOf((await argumentsOf(attempt, state)) ?? inputOf(attempt), name),
  );
  const started = step(attempt, 'ParallelStateStarted', {});
  const branches = isList(state.Branches) ? state.Branches.map(objectOr) : [];
  const outputs = await failing(attempt, 'ParallelStateFailed', () =>
    together(branch.signal, branches.length, branches.length, async (index, signal) => {
      const inner = inside(attempt, branches[index]!, index, signal);
      inner.last = started.id;
      try {
        return (await run.within(inner, String(branches[index]!.StartAt), input)).value;
      } finally {
        // What follows the state follows the branch that was the last one, or failed.
        if (!signal.aborted) branch.last = inner.last;
      }
    }),
  );
  step(attempt, 'ParallelStateSucceeded', {});
  return exitWith(attempt, outputs);
}
