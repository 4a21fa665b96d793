import { execute } from '../../../src/engines/local/interpreter/execute.js';
import type { Call } from '../../../src/engines/local/interpreter/run.js';
import { createItems } from '../../../src/engines/local/items.js';
import { virtualClock } from '../../../src/engines/local/virtual-clock.js';
import { StatesError } from '../../../src/ports/states-error.js';
import type { Case, Ended, Work } from './cases.js';

/** Runs a case on our interpreter, in virtual time. */
export async function runCase({ name, definition, input, tasks }: Case): Promise<Ended> {
  const clock = virtualClock(Date.parse('2026-11-23T10:00:00Z'));
  const answers = new Map<string, Work['Answer']>();
  const run = async (call: Call) => {
    const work = workOf(tasks[call.state], call.attempt);
    if (work.Seconds !== undefined) await clock.until(clock.now() + work.Seconds * 1000, call.signal);
    if (work.Throw !== undefined) throw new StatesError(work.Throw.Error, work.Throw.Cause);
    if (call.token !== undefined) answers.set(call.token, work.Answer);
    return work.Return ?? call.arguments;
  };
  const result = await execute({
    definition,
    arn: `arn:aws:states:local:000000000000:execution:${name}:run`,
    name: 'run',
    machine: `arn:aws:states:local:000000000000:stateMachine:${name}`,
    roleArn: 'role',
    input,
    journal: { events: [], append: () => {} },
    tasks: { run },
    tokens: {
      open: () => {},
      close: () => {},
      wait: async (token, { signal, onHeartbeat }) => {
        const answer = answers.get(token);
        for (let count = answer?.Heartbeats ?? 0; count > 0; count--) {
          await clock.until(clock.now() + (answer?.Every ?? 0) * 1000, signal);
          onHeartbeat();
        }
        if (answer?.Throw !== undefined) return { error: answer.Throw.Error, cause: answer.Throw.Cause };
        if (answer?.Return !== undefined) return { output: answer.Return };
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    },
    items: createItems({}),
    clock,
    random: Math.random,
    signal: new AbortController().signal,
  });
  return { ...result };
}

const workOf = (work: Work | readonly Work[] = {}, attempt: number): Work =>
  Array.isArray(work) ? (work[attempt] ?? work.at(-1)!) : (work as Work);
