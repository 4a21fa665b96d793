import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { newFolder } from '../../folder.js';
import type { Credentials } from '../emulator/index.js';
import { onAccount } from '../life/harness.js';
import { bootstrap } from './bootstrap.js';
import { deployed, newDeployer, withCommands } from './both.js';
import { differences } from './placeholders.js';
import { type World, worlds } from './worlds.js';

withCommands();
const landscape = onAccount('one suite, two engines: the landscape', ['dev']);
const store = join(newFolder(), 'plancc');
let as: Credentials | undefined;

for (const name of ['network', 'database', 'webshop'])
  landscape.test(name, async (life) => {
    as ??= await newDeployer(life.emulator);
    // Its app is deployed by the CDK, and the shop is probed from elsewhere.
    if (name === 'webshop')
      await Promise.all([bootstrap(life.emulator), life.done('setup --region eu-central-1 --yes')]);
    const fixture = `landscape/${name}`;
    const world = worlds[fixture] as World;
    const { local, aws } = await deployed(life, as, fixture, world, store);
    assert.equal([aws.status, aws.failure], [local.status, local.failure]);
    assert.equal(aws.order, local.order);
    const differ = differences(local.outputs, aws.outputs);
    const { otherwise = [] } = world;
    assert.is(differ.length, otherwise.length, differ.join('\n'));
    for (const [index, path] of otherwise.entries())
      assert.ok(differ[index]!.startsWith(`${path}: `), differ[index]);
  });

landscape.run();
