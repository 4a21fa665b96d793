import { execute, type Result } from '../../src/engines/local/interpreter/execute.js';
import type { Event, Journal } from '../../src/engines/local/interpreter/journal.js';
import type { Call, Execution } from '../../src/engines/local/interpreter/run.js';
import { createItems } from '../../src/engines/local/items.js';
import { virtualClock } from '../../src/engines/local/virtual-clock.js';
import type { Answer } from '../../src/ports/orchestrator.js';
import type { Json, JsonObject } from '../../src/source/document.js';

export const start = Date.parse('2026-11-23T10:00:00Z');

export interface Ran {
  readonly result: Result;
  readonly events: readonly Event[];
  readonly calls: readonly Call[];
}

export interface Given extends Partial<Omit<Execution, 'tasks'>> {
  readonly events?: readonly Event[];
  readonly task?: (call: Call) => Json | Promise<Json>;
  /** By token; whoever waits gets it at once. */
  readonly answers?: Map<string, Answer>;
}

/** A journal in memory. */
export function memoryJournal(before: readonly Event[] = []): Journal & { readonly events: Event[] } {
  const events = [...before];
  return { events, append: (event) => void events.push(JSON.parse(JSON.stringify(event))) };
}

/** Runs a machine in virtual time. */
export async function run(definition: JsonObject, input: Json = {}, given: Given = {}): Promise<Ran> {
  const { events: before = [], task = () => ({}), answers = new Map(), ...more } = given;
  const journal = memoryJournal(before);
  const calls: Call[] = [];
  const clock = virtualClock(Date.parse(before.at(-1)?.timestamp ?? '2026-11-23T10:00:00Z'));
  const result = await execute({
    definition,
    arn: 'arn:aws:states:local:000000000000:execution:machine:one',
    name: 'one',
    machine: 'arn:aws:states:local:000000000000:stateMachine:machine',
    roleArn: 'arn:aws:iam::000000000000:role/machine',
    input,
    journal,
    tasks: {
      run: async (call) => {
        calls.push(call);
        return task(call);
      },
    },
    tokens: {
      open: () => {},
      close: () => {},
      wait: (token, { signal }) =>
        new Promise((resolve, reject) => {
          const answer = answers.get(token);
          if (answer !== undefined) resolve(answer);
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    },
    items: createItems({}),
    clock,
    random: () => 0.5,
    signal: new AbortController().signal,
    ...more,
  });
  return { result, events: journal.events, calls };
}
