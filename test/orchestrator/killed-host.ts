import { appendFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Tasks } from '../../src/engines/local/interpreter/run.js';
import { createItems } from '../../src/engines/local/items.js';
import { createOrchestrator } from '../../src/engines/local/orchestrator/index.js';
import { systemClock } from '../../src/engines/system-clock.js';
import { StatesError } from '../../src/ports/states-error.js';

// A host that is killed: `node killed-host.js <folder> <log>`. It writes to the log what tasks it begins.
const [, , folder, log] = process.argv;

const tasks: Tasks = {
  run: async ({ id, state, attempt, token }) => {
    appendFileSync(log!, `${id}\n`);
    await setTimeout(Math.random() * 20);
    if (state === 'Retried' && attempt < 2) throw new StatesError('Passing', '');
    if (token !== undefined) await orchestrator.answer(token, { output: 'answered' });
    return {};
  },
};

const orchestrator = createOrchestrator({
  folder: folder!,
  clock: systemClock,
  means: async () => ({ tasks, items: createItems({}) }),
});
process.stdout.write('ready');
await orchestrator.run(
  { onEnd: () => {}, complain: (error) => console.error(error) },
  new AbortController().signal,
);
