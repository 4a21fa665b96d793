import type { StoreAddress } from '../../ports/stacks.js';
import type { Json, JsonObject } from '../../source/document.js';
import { runs } from '../../states/run.js';
import type { RunContext } from '../../states/run-context.js';
import { ask } from './ask.js';
import { reconcileWith } from './reconcile.js';
import { readRequest } from './request.js';
import { trusted } from './trusted.js';

/**
 * Works for a state of a plan, as its definition asks: gives the output of one that is made so, throws a `StatesError`
 * (`InProgress` for one who is to ask again), or registers what will answer the task token and gives nothing.
 */
export async function work(
  request: Json,
  ports: RunContext<never>['ports'],
  store: StoreAddress,
): Promise<JsonObject> {
  const { asked, record } = await trusted(readRequest(request), ports.store);
  const run = Object.hasOwn(runs, asked.type) ? await runs[asked.type]!() : undefined;
  if (run === undefined) throw new Error(`the worker knows no state type \`${asked.type}\``);
  const { mode, state, iteration, entry, retry, properties, payload } = asked;
  const context: RunContext<never> = {
    state,
    iteration,
    entry,
    retry,
    properties: properties as never,
    payload,
    ports,
  };
  if ('timeoutSeconds' in mode && run.reconcile !== undefined) {
    return reconcileWith(run.reconcile, { asked, record, context, store });
  }
  if ('token' in mode && run.wait !== undefined) {
    await run.wait({
      ...context,
      token: mode.token,
      ask: (question) => ask(question, context, record, mode.token),
    });
    return {};
  }
  throw new Error(`the worker was called for \`${state}\` as no \`${asked.type}\` is`);
}
