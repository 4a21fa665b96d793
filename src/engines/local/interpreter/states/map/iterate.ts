import type { Json, JsonObject } from '../../../../../source/document.js';
import { errorFields, failureIn, statesError } from '../../failure.js';
import { inside, pathOf } from '../../inside.js';
import type { Event } from '../../journal.js';
import type { Attempt, Branch, Payload } from '../../run.js';
import { processorOf } from './processor.js';

export interface Iteration {
  readonly index: number;
  readonly signal: AbortSignal;
  /** Not asked for when the iteration has ended before. */
  readonly input: () => Promise<Payload>;
  /** What its branch has that differs from the one which the Map is in. */
  readonly branch: (input: Json, startTime: string) => Partial<Pick<Branch, 'context' | 'variables'>>;
  /** The name of the execution that is started for it. */
  readonly child?: string | undefined;
}

/** Runs the states of a Map for one item; one that has ended before comes to the same again. */
export async function iterate(attempt: Attempt, mapStarted: Event, iteration: Iteration): Promise<Json> {
  const { run, branch, name } = attempt;
  const { index, signal } = iteration;
  const at = pathOf(attempt, index);
  const past = run.past.at(at);
  const before = past.attempts[past.first] ?? {};
  const failed = failureIn(before);
  const ended = past.exited ?? failed?.event;
  if (ended !== undefined) branch.last = ended.id;
  if (past.exited !== undefined) return JSON.parse(past.output!);
  if (failed !== undefined) throw failed.error;

  const processor = processorOf(attempt);
  const inner = inside(attempt, processor, index, signal, iteration.child);
  const record = (what: string, fields: JsonObject = {}) =>
    run.record(inner, `MapIteration${what}`, {
      [`mapIteration${what}EventDetails`]: { name, index },
      at,
      attempt: past.first,
      ...fields,
    });
  inner.last = mapStarted.id;
  const started = before.MapIterationStarted ?? record('Started');
  inner.last = started.id;
  try {
    const input = await iteration.input();
    Object.assign(inner, iteration.branch(input.value, started.timestamp));
    const { value } = await run.within(inner, String(processor.StartAt), input);
    record('Succeeded');
    return value;
  } catch (thrown) {
    if (signal.aborted) {
      record('Aborted');
      throw signal.reason;
    }
    record('Failed', errorFields(statesError(thrown)));
    throw thrown;
  } finally {
    // What follows the Map follows the iteration that was the last one, or failed.
    if (!signal.aborted) branch.last = inner.last;
  }
}
