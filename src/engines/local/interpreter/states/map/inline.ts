import { exitWith } from '../../exit.js';
import { evaluating } from '../../fields.js';
import { payloadOf } from '../../payload.js';
import type { Attempt, Exit } from '../../run.js';
import { failing, step } from '../../step.js';
import { together } from '../../together.js';
import { inputFor, itemContext, itemsOf } from './items.js';
import { iterate } from './iterate.js';
import { concurrencyOf } from './processor.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html */
const most = 40;

/** A Map whose iterations are part of the execution. */
export async function inline(attempt: Attempt): Promise<Exit> {
  const { branch, name } = attempt;
  const { items, atATime } = await evaluating(attempt, async () => ({
    items: await itemsOf(attempt),
    atATime: await concurrencyOf(attempt, most),
  }));
  const started = step(attempt, 'MapStateStarted', { mapStateStartedEventDetails: { length: items.length } });
  const outputs = await failing(attempt, 'MapStateFailed', () =>
    together(branch.signal, items.length, atATime, (index, signal) => {
      const item = items[index]!;
      return iterate(attempt, started, {
        index,
        signal,
        input: () => evaluating(attempt, async () => payloadOf(await inputFor(attempt, index, item), name)),
        branch: () => ({ context: itemContext(branch, index, item) }),
      });
    }),
  );
  step(attempt, 'MapStateSucceeded', {});
  return exitWith(attempt, outputs);
}
