import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { cases, compileFolder, fixtures } from '../../golden.js';
import { assumeRole } from '../emulator/account.js';
import { type Life, onAccount } from '../life/harness.js';
import { type Both, deployed, newDeployer, withCommands } from './both.js';
import { differences } from './placeholders.js';
import { type World, worlds } from './worlds.js';

withCommands();
const engines = onAccount('one suite, two engines: fixtures', ['dev']);

const areas = [
  'compile',
  'landscape',
  'simulate',
  ...readdirSync(join(fixtures, 'states')).map((type) => `states/${type}`),
];
const all = areas.flatMap((area) => cases(area).map((name) => `${area}/${name}`));
const runs = Object.entries(worlds).filter(
  (entry): entry is [string, World] => !('left' in entry[1]) && !entry[0].startsWith('landscape/'),
);

engines.test('every plan that compiles is deployed, or it is told why not', async () => {
  const compiled = all.filter((name) => compileFolder(join(fixtures, name)).output !== undefined);
  assert.equal(Object.keys(worlds).sort(), compiled.sort());
});

/** Stores in the other places that stacks are made in. */
async function prepare(life: Life): Promise<void> {
  const other = await assumeRole(life.emulator, 'arn:aws:iam::210987654321:role/admin', 'setup');
  await Promise.all([life.done('setup --region eu-west-1 --yes'), life.done('setup --yes', { as: other })]);
}

/** How many deployments go on at once. */
const atATime = 4;
const results = new Map<string, Promise<Both>>();

for (const [fixture, world] of runs)
  engines.test(fixture, async (life) => {
    if (results.size === 0) {
      const as = await newDeployer(life.emulator);
      await prepare(life);
      const lanes = Array.from({ length: atATime }, () => Promise.resolve() as Promise<unknown>);
      for (const [index, [name, its]] of runs.entries()) {
        const result = lanes[index % atATime]!.then(() => deployed(life, as, name, its));
        lanes[index % atATime] = result.catch(() => undefined);
        results.set(name, result);
        result.catch(() => undefined);
      }
    }
    const { local, aws } = await results.get(fixture)!;
    assert.equal(aws.order, without(local.order, world.apart));
    assert.equal([aws.status, aws.failure], [local.status, local.failure]);
    assert.equal(differences(local.outputs, aws.outputs), []);
  });

const without = (order: Both['local']['order'], places: readonly string[] = []): Both['local']['order'] =>
  Object.fromEntries(Object.entries(order).filter(([place]) => !places.some((one) => place.startsWith(one))));

engines.run();
