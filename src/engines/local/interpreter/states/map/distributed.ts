import { createHash } from 'node:crypto';
import { objectOr } from '../../../../../language/json.js';
import { executionArn } from '../../../../../ports/orchestrator.js';
import type { Json, JsonObject } from '../../../../../source/document.js';
import { exitWith } from '../../exit.js';
import { evaluating } from '../../fields.js';
import { pathOf } from '../../inside.js';
import { payloadOf } from '../../payload.js';
import type { Attempt, Exit } from '../../run.js';
import { failing, step } from '../../step.js';
import { together } from '../../together.js';
import { batchesOf } from './batches.js';
import { inputFor } from './items.js';
import { iterate } from './iterate.js';
import { concurrencyOf } from './processor.js';
import { readItems, writeResults } from './reader.js';
import { toleranceOf } from './tolerance.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const most = 10_000;

/** A Map that starts an execution for each item or batch. They have histories of their own and see no outer variables. */
export async function distributed(attempt: Attempt): Promise<Exit> {
  const { branch, run, name } = attempt;
  const { inputs, atATime, fails } = await evaluating(attempt, async () => {
    const inputs = await inputsOf(attempt);
    const atATime = await concurrencyOf(attempt, most);
    return { inputs, atATime, fails: await toleranceOf(attempt, inputs.length) };
  });
  step(attempt, 'MapStateStarted', { mapStateStartedEventDetails: { length: inputs.length } });
  const label = String(attempt.state.Label ?? name);
  const mapRunArn = `${run.arn.replace(':execution:', ':mapRun:')}/${label}:${childName(attempt, -1)}`;
  const started = step(attempt, 'MapRunStarted', { mapRunStartedEventDetails: { mapRunArn } });
  const result = await failing(attempt, 'MapRunFailed', async () => {
    const outputs = await together(branch.signal, inputs.length, atATime, async (index, signal) => {
      const child = childName(attempt, index);
      try {
        return await iterate(attempt, started, {
          index,
          signal,
          child,
          input: () => evaluating(attempt, async () => payloadOf(await inputs[index]!(), name)),
          branch: (input, startTime) => ({
            variables: {},
            context: childContext(attempt, label, child, input, startTime),
          }),
        });
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        fails();
        return undefined;
      }
    });
    return evaluating(attempt, () =>
      writeResults(
        attempt,
        outputs.filter((output) => output !== undefined),
      ),
    );
  });
  step(attempt, 'MapRunSucceeded', {});
  step(attempt, 'MapStateSucceeded', {});
  return exitWith(attempt, result);
}

/** What each execution starts with: an item, or a batch of them. */
async function inputsOf(attempt: Attempt): Promise<readonly (() => Promise<Json>)[]> {
  const items = await readItems(attempt);
  if (attempt.state.ItemBatcher === undefined)
    return items.map((item, index) => () => inputFor(attempt, index, item));
  return (await batchesOf(attempt, items)).map((batch) => async () => batch);
}

/** The same one when the process ends before it is recorded. */
const childName = (attempt: Attempt, index: number): string =>
  createHash('sha256')
    .update(attempt.run.arn + pathOf(attempt, index))
    .digest('hex')
    .slice(0, 32);

function childContext(
  { run, branch }: Attempt,
  label: string,
  child: string,
  input: Json,
  startTime: string,
): JsonObject {
  const { RoleArn = '' } = objectOr(branch.context.Execution);
  const machine = `${run.machine}/${label}`;
  return {
    Execution: {
      Id: executionArn(machine, child),
      Input: input,
      Name: child,
      RoleArn,
      StartTime: startTime,
      RedriveCount: 0,
    },
    StateMachine: { Id: machine, Name: machine.split(':').at(-1) ?? '' },
  };
}
