/** One execution, and what it took: `child.mjs <machine> <way> <folder>`. */
import { appendFileSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../../src/engines/local/interpreter/execute.js';
import type { Event, Journal } from '../../src/engines/local/interpreter/journal.js';
import { openJournal } from '../../src/engines/local/orchestrator/journal.js';
import { systemClock } from '../../src/engines/system-clock.js';
import type { JsonObject } from '../../src/source/document.js';

const [machine = '', way = '', folder = ''] = process.argv.slice(2);

const pass = (more: JsonObject): JsonObject => ({ Type: 'Pass', ...more });
const length = 1000;
const chain: JsonObject = {
  StartAt: 'S0',
  States: Object.fromEntries(
    Array.from({ length }, (_, index) => {
      const next = `S${index + 1}`;
      if (index === length - 1) return [`S${index}`, pass({ End: true })];
      if (index % 2 === 0)
        return [
          `S${index}`,
          pass({ Parameters: { 'n.$': 'States.MathAdd($.n, 1)', name: 'x' }, Next: next }),
        ];
      const rule = { Variable: '$.n', NumericGreaterThan: 0, Next: next };
      return [`S${index}`, { Type: 'Choice', Choices: [rule], Default: 'S0' }];
    }),
  ),
};
const map: JsonObject = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      // The history of an inline one would have more events than it may.
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'One',
        States: { One: pass({ End: true }) },
      },
      End: true,
    },
  },
};
const { definition, input } = {
  chain: { definition: chain, input: { n: 0 } },
  map: { definition: map, input: { items: Array.from({ length: 10_000 }, (_, index) => ({ index })) } },
}[machine]!;

async function run(journal: Journal): Promise<void> {
  const { status } = await execute({
    definition,
    input,
    journal,
    arn: 'arn:aws:states:local:000000000000:execution:machine:one',
    name: 'one',
    machine: 'arn:aws:states:local:000000000000:stateMachine:machine',
    roleArn: 'arn:aws:iam::000000000000:role/machine',
    tasks: { run: async () => ({}) },
    tokens: { open: () => {}, close: () => {}, wait: () => new Promise(() => {}) },
    items: { read: async () => [], write: async () => ({}) },
    clock: systemClock,
    random: Math.random,
    signal: new AbortController().signal,
  });
  if (status !== 'SUCCEEDED') throw new Error(status);
}

const file = join(mkdtempSync(join(folder, 'run-')), 'history.jsonl');
const events: Event[] = [];
const inMemory: Journal = { events: [], append: (event) => void events.push(event) };
if (way === 'floor') await run(inMemory);
const before = process.cpuUsage();
if (way === 'memory') await run(inMemory);
else if (way === 'floor') for (const event of events) appendFileSync(file, `${JSON.stringify(event)}\n`);
else {
  const journal = openJournal(file);
  await run({
    events: [],
    append: (event) => {
      events.push(event);
      journal.append(event);
    },
  });
}
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    events: events.length,
    cpu: (user + system) / 1000,
    peak: process.resourceUsage().maxRSS / 1000,
  }),
);
