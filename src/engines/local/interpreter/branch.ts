import { setImmediate } from 'node:timers/promises';
import type { Branch, Payload, Run } from './run.js';
import { visit } from './visit.js';

/** So many visits are made before timers, files and other executions get their turn. */
const turn = 100;

/** Runs the states of a branch one after another, from the one it starts at; gives the output of the last one. */
export async function runBranch(run: Run, branch: Branch, startAt: string, input: Payload): Promise<Payload> {
  let name = startAt;
  let payload = input;
  for (let count = 1; ; count++) {
    if (count % turn === 0) await setImmediate();
    branch.signal.throwIfAborted();
    const { output, next } = await visit(run, branch, name, payload);
    if (next === undefined) return output;
    name = next;
    payload = output;
  }
}
