import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createAssemblies } from '../../src/engines/local/assemblies.js';
import { createStacks } from '../../src/engines/local/stacks/index.js';
import { objectOr } from '../../src/language/json.js';
import { newFolder } from '../folder.js';
import { fixtures } from '../golden.js';
import { newRunner } from './runner.js';

const real = suite('a job with a real CDK app');

/** Installs the app's packages from the registry, builds it, and has its own CDK synthesise it. */
real('the web shop is built, synthesised and recorded', async () => {
  const folder = join(fixtures, 'landscape/webshop/app');
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => !/node_modules|cdk\.out|\/build\//.test(path))
      .map((path) => [`app${path.slice(folder.length)}`, readFileSync(path, 'utf8')]),
  );
  const stacks = createStacks({
    folder: newFolder(),
    rehearse: () => undefined,
    onMachine: async () => {},
  });
  const { perform, logs } = await newRunner({ files, assemblies: createAssemblies(stacks) });
  const answer = await perform(
    {
      Path: 'app',
      Stacks: ['Operations', 'Web'],
      Build: ['npm ci --prefer-offline --no-audit --no-fund'],
      Environment: { CDK_DISABLE_CLI_TELEMETRY: 'true' },
      Context: {
        environment: 'staging',
        version: '1.4.0',
        apiUrl: 'https://api.shop.test',
        domain: 'shop.test',
        certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/x',
        hostedZoneId: 'Z1',
      },
    },
    { type: 'cdk' },
  );
  const { Operations, Web } = objectOr('output' in answer ? answer.output : undefined);
  assert.is(objectOr(Web).Url, 'https://shop.test', JSON.stringify(answer));
  assert.match(String(objectOr(Operations).ReleaseTable), /^staging-webshop-operations-Releases/);
  assert.match(await logs(), /Operations: \d+ added; recorded, not made\nWeb: \d+ added; recorded, not made/);
});

real.run();
