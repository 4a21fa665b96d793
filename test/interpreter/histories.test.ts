import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import { parse } from 'yaml';
import type { Event } from '../../src/engines/local/interpreter/journal.js';
import { redriven } from '../../src/engines/local/interpreter/redrive.js';
import { virtualClock } from '../../src/engines/local/virtual-clock.js';
import type { Answer } from '../../src/ports/orchestrator.js';
import { StatesError } from '../../src/ports/states-error.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import { fixtures } from '../golden.js';
import { matches } from '../matches.js';
import { run } from './machine.js';

const histories = suite('histories of executions');

interface Outcome {
  readonly Return?: Json;
  readonly Throw?: { readonly Error: string; readonly Cause: string };
  readonly Never?: true;
  readonly Answer?: Answer;
}

interface Case {
  readonly definition: JsonObject;
  readonly input?: Json;
  /** By state, one outcome for each call. */
  readonly tasks?: { readonly [state: string]: readonly Outcome[] };
  readonly redrives?: number;
}

const folder = join(fixtures, 'executions');

for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml')))
  histories(file, async () => {
    const text = await shown(parse(readFileSync(join(folder, file), 'utf8')) as Case);
    matches(join(folder, file.replace('.yaml', '.txt')), text);
  });

async function shown({ definition, input = {}, tasks = {}, redrives = 0 }: Case): Promise<string> {
  const left = new Map(Object.entries(tasks).map(([state, outcomes]) => [state, [...outcomes]]));
  const answers = new Map<string, Answer>();
  let events: readonly Event[] = [];
  for (let count = 0; count <= redrives; count++) {
    if (count > 0) {
      const tomorrow = virtualClock(Date.parse('2026-11-24T10:00:00Z'));
      events = [...events, redriven(events, tomorrow)];
    }
    const ran = await run(definition, input, {
      events,
      answers,
      task: ({ state, token }) => {
        const { Return = {}, Throw, Never, Answer } = left.get(state)?.shift() ?? {};
        if (Throw !== undefined) throw new StatesError(Throw.Error, Throw.Cause);
        if (token !== undefined && Answer !== undefined) answers.set(token, Answer);
        return Never ? new Promise(() => {}) : Return;
      },
    });
    events = ran.events;
  }
  return `${events.map(line).join('\n')}\n`;
}

/** `12 ← 9   4.0 TaskFailed Both/1/Call#2 {…}`: id, the event before it, seconds, and the details as they are. */
function line(event: Event): string {
  const { id, previousEventId, timestamp, type, at = '', ...rest } = event;
  const seconds = ((Date.parse(timestamp) - Date.parse('2026-11-23T10:00:00Z')) / 1000).toFixed(1);
  const number = (value: number) => String(value).padStart(2);
  const plain = JSON.stringify(rest, (_key, value) => (value?.truncated === false ? undefined : value));
  return `${number(id)} ← ${number(previousEventId)} ${seconds.padStart(5)} ${type} ${at} ${plain}`;
}

histories.run();
