import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openEngine } from '../../src/engines/local/open-engine.js';
import { worldOfNone } from '../../src/engines/local/world.js';
import { StoreError } from '../../src/ports/store-error.js';
import { newFolder } from '../folder.js';

const refused = suite('what the system refuses a local engine');

// Where its folder would be is a file, which is refused to everybody.
const engine = openEngine(newFolder({ engine: '' }));
const { events, jobs, orchestrator } = worldOfNone(engine);

const asked: { readonly [what: string]: () => Promise<unknown> } = {
  'a machine': () => engine.orchestrator.install({ arn: 'arn', name: 'machine', definition: '{}' }),
  'an execution': () => orchestrator.start('arn:stateMachine:machine', 'one', {}),
  'an event': () => events.emit('Deployment started', {}),
  'a job': () =>
    jobs.submit({
      ...{ id: '0a', entry: 'Work@0', type: 'runner', state: 'Work', iteration: [], token: 'token' },
      ...{ environment: 'dev', distribution: { name: 'shop', version: '1.0.0', id: '' } },
      ...{ deployment: '20261123-105359-3e7b2c', properties: {}, payload: {}, submitted: 0 },
    }),
};

for (const [what, ask] of Object.entries(asked)) {
  refused(`${what}: it can be asked for again, and fails no deployment`, async () => {
    const thrown = await ask().catch((error: unknown) => error);
    assert.instance(thrown, StoreError);
    assert.is((thrown as StoreError).problem.code, 'PLAN7001');
  });
}

refused.run();
