import { StatesError } from '../../ports/states-error.js';
import type { JsonObject } from '../../source/document.js';
import type { Reconcile } from '../../states/run-context.js';
import { updateDocument } from '../documents.js';
import { attemptKey } from '../keys.js';
import type { Attempt } from '../records.js';
import { masked } from '../secrets.js';
import { type Answer, answerOf, attemptFor } from './attempts.js';
import { type Call, reconcileContext } from './reconcile-context.js';

/** Makes a state so, in the attempt that is open or in the next one, which ends when there is an answer. */
export async function reconcileWith(reconcile: Reconcile<never>, call: Call): Promise<JsonObject> {
  const { asked, context } = call;
  const { ports, payload, entry } = context;
  const key = attemptKey(payload.environment, payload.distribution.name, payload.deployment.id, entry);
  const now = ports.clock.now();
  const change = (last: Attempt | undefined) => attemptFor(last, asked, now);
  const attempt = (await updateDocument(ports.store, key, change))!;
  const given = answerOf(attempt, asked);
  if (given !== undefined) return outputOf(given);

  const answer = await answerOfRun(reconcile, call, attempt);
  await updateDocument<Attempt>(ports.store, key, (last) =>
    last?.number === attempt.number && last.ended === undefined
      ? { ...last, ended: { retry: asked.retry, answer } }
      : last,
  );
  return outputOf(answer);
}

/** Throws for who is to ask again, and whatever is not the state's own failure. */
async function answerOfRun(reconcile: Reconcile<never>, call: Call, attempt: Attempt): Promise<Answer> {
  const secrets: string[] = [];
  const isOverdue = call.context.ports.clock.now() >= Date.parse(attempt.deadline);
  try {
    const { output, changes } = await reconcile(reconcileContext(call, attempt, isOverdue, secrets));
    return { output: masked(output, secrets), changes };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const cause = masked(error.message, secrets);
    if (!(error instanceof StatesError)) throw cause === error.message ? error : new Error(cause);
    if (error.name !== 'InProgress') return { error: error.name, cause };
    if (!isOverdue) throw new StatesError(error.name, cause);
    return {
      error: 'StackTimedOut',
      cause: `the stack was still at work at its deadline, ${attempt.deadline}`,
    };
  }
}

function outputOf(answer: Answer): JsonObject {
  if ('output' in answer) return answer.output;
  throw new StatesError(answer.error, answer.cause);
}
