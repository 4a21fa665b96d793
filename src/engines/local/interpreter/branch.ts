import type { Branch, Payload, Run } from './run.js';
import { visit } from './visit.js';

/** Runs the states of a branch one after another, from the one it starts at; gives the output of the last one. */
export async function runBranch(run: Run, branch: Branch, startAt: string, input: Payload): Promise<Payload> {
  let name = startAt;
  let payload = input;
  for (;;) {
    await run.breathe();
    branch.signal.throwIfAborted();
    const { output, next } = await visit(run, branch, name, payload);
    if (next === undefined) return output;
    name = next;
    payload = output;
  }
}
