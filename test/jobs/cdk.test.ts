import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createAssemblies } from '../../src/engines/local/assemblies.js';
import { createStacks } from '../../src/engines/local/stacks/index.js';
import type { StackRequest } from '../../src/ports/stacks.js';
import { newFolder } from '../folder.js';
import { newRunner } from './runner.js';

const cdk = suite('jobs that deploy CDK apps');

const template = (outputs: object, parameters: object = {}): string =>
  JSON.stringify({
    Parameters: parameters,
    Resources: { Topic: { Type: 'AWS::SNS::Topic' } },
    Outputs: outputs,
  });
const stack = (name: string, ...dependencies: string[]) => ({
  type: 'aws:cloudformation:stack',
  environment: 'aws://unknown-account/unknown-region',
  properties: {
    templateFile: `${name}.json`,
    stackName: `test-${name.toLowerCase()}`,
    tags: { team: 'web' },
  },
  displayName: name,
  dependencies,
});
const assembly = {
  'manifest.json': JSON.stringify({
    version: '38.0.0',
    artifacts: { Web: stack('Web', 'Data', 'Web.assets'), Data: stack('Data'), Other: stack('Other') },
  }),
  'Web.json': template(
    { Data: { Value: { 'Fn::ImportValue': 'data' } }, Domain: { Value: { Ref: 'Domain' } } },
    { Domain: { Type: 'String', Default: 'example.com' } },
  ),
  'Data.json': template({ Name: { Value: 'd', Export: { Name: 'data' } } }),
  'Other.json': template({}),
};
const under = (folder: string): { [path: string]: string } =>
  Object.fromEntries(Object.entries(assembly).map(([path, text]) => [`${folder}/${path}`, text]));

/** Does what \`cdk synth\` does, and says how it was called. */
const fakeCdk = `#!/bin/sh
echo "cdk $*"
cat cdk.json
mkdir -p cdk.out
cp made/* cdk.out/
`;
const app = {
  'app/cdk.json': JSON.stringify({ app: 'node app.js', context: { kept: true, count: 1 } }),
  'app/node_modules/.bin/cdk': fakeCdk,
  ...under('app/made'),
};

async function newCdkRunner(files: { readonly [path: string]: string }) {
  const folder = newFolder();
  const requests: StackRequest[] = [];
  const stacks = createStacks({ folder, rehearse: () => undefined, onMachine: async () => {} });
  const assemblies = createAssemblies({
    reconcile: (request) => {
      requests.push(request);
      return stacks.reconcile(request);
    },
  });
  const runner = await newRunner({ files, assemblies });
  const perform = (properties: object) => runner.perform({ Path: 'app', ...properties }, { type: 'cdk' });
  return { ...runner, perform, requests };
}

cdk('the app is synthesised by its own CDK, with its context', async () => {
  const { perform, logs, requests } = await newCdkRunner(app);
  const answer = await perform({
    Stacks: ['Web'],
    Build: ['echo built > made/built', 'ls made'],
    Context: { count: 2, list: ['$(id)'] },
    Parameters: { Web: { Domain: 'shop.test' } },
  });
  assert.equal(answer, { output: { Data: { Name: 'd' }, Web: { Data: 'd', Domain: 'shop.test' } } });
  assert.equal(
    requests.map(({ action, name, tags }) => ({ action, name, tags })),
    ['test-data', 'test-web'].map((name) => ({ action: 'Deploy', name, tags: { team: 'web' } })),
  );
  const log = await logs();
  assert.match(log, 'built\n');
  assert.match(log, 'cdk synth --quiet --ci --no-notices --output cdk.out\n');
  assert.match(log, /"context": \{\s+"kept": true,\s+"count": 2,\s+"list": \[\s+"\$\(id\)"/);
  assert.match(log, 'Web: 1 added; recorded, not made\nassets are not published\n');
});

cdk('an assembly is deployed as it was packaged, and destroyed in reverse', async () => {
  const { perform, requests } = await newCdkRunner(under('app/cdk.out'));
  assert.equal(await perform({ Assembly: 'cdk.out' }), {
    output: { Data: { Name: 'd' }, Web: { Data: 'd', Domain: 'example.com' }, Other: {} },
  });
  requests.length = 0;
  assert.equal(await perform({ Assembly: 'cdk.out', Stacks: ['Data'], Action: 'Destroy' }), { output: {} });
  assert.equal(
    requests.map(({ action, name }) => `${action} ${name}`),
    ['Delete test-web', 'Delete test-data'],
  );
});

const causeOf = async (files: { readonly [path: string]: string }, properties: object): Promise<string> => {
  const { perform } = await newCdkRunner(files);
  const answer = await perform(properties);
  return 'error' in answer ? `${answer.error}: ${answer.cause}` : JSON.stringify(answer);
};

cdk('what goes wrong says what to do', async () => {
  assert.match(
    await causeOf({ 'app/cdk.json': '{}' }, { Environment: { PATH: '/bin:/usr/bin' } }),
    'JobFailed: there is no `cdk`, neither in `app/node_modules` nor in the `PATH` of the runner: install it, for example by `Build: [npm ci]`',
  );
  assert.match(
    await causeOf(app, { Build: ['exit 3'] }),
    'JobFailed: a command of `Build` exited with code 3',
  );
  assert.match(
    await causeOf(
      { ...app, 'app/node_modules/.bin/cdk': '#!/bin/sh\necho ERROR Need to perform AWS calls\nexit 1' },
      {},
    ),
    '`cdk synth` exited with code 1; the app looks something up in its account',
  );
  assert.match(await causeOf(app, { Stacks: ['Wbe'] }), 'the app has no stack `Wbe`; did you mean `Web`?');
  assert.match(await causeOf(app, { Parameters: { Nope: {} } }), 'the app has no stack `Nope`');
  assert.match(await causeOf(app, { Stacks: [7] }), 'JobFailed: `Stacks[0]` is 7, where a text belongs');
  assert.match(
    await causeOf({ ...app, 'app/made/manifest.json': '' }, {}),
    '`app/cdk.out` is no cloud assembly',
  );
  assert.match(await causeOf(app, { Stacks: ['Web'], Exclusively: true }), 'JobFailed: Web: ');
});

cdk.run();
