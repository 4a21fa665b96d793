import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { masked, resolveSecrets, secretMarker } from '../../src/environment/secrets.js';
import { failureOf, newWorld } from './world.js';

const secrets = suite('secrets at the last moment');

const files = { 'files/stack.yaml': 'Resources: { Queue: { Type: AWS::SQS::Queue } }\n' };
const sources = { Password: { Ssm: '/shop/password' }, Key: { SecretsManager: 'shop/key' } };
const values = { ssm: async () => 'open sesame', secret: async () => 'abracadabra' };
const properties = {
  StackName: 'test-shop',
  Template: 'stack.yaml',
  Parameters: {
    Password: secretMarker('Password'),
    Url: `https://u:${secretMarker('Key')}@db`,
    Class: 'small',
  },
};

secrets('stack parameters get them, and CloudFormation is told which they are', async () => {
  const { make, stacks } = await newWorld({ files, secrets: sources, values });
  await make('cfn', properties);
  assert.equal(stacks[0]!.parameters, {
    Password: 'open sesame',
    Url: 'https://u:abracadabra@db',
    Class: 'small',
  });
  assert.equal(stacks[0]!.secret, ['Password', 'Url']);
});

secrets('they are in no output, no error, and nothing that is kept', async () => {
  for (const fails of [true, false]) {
    const { make, objects } = await newWorld({
      files,
      secrets: sources,
      values,
      stack: ({ parameters }) =>
        fails
          ? { status: 'failed', reason: `${parameters.Password} is too short` }
          : { status: 'done', outputs: { Url: parameters.Url! }, changes: [] },
    });
    if (fails) assert.equal(await failureOf(make('cfn', properties)), ['StackFailed', '**** is too short']);
    else assert.equal(await make('cfn', properties), { Url: 'https://u:****@db' });
    for (const body of objects.values()) assert.not.match(body.toString(), /sesame|abracadabra/);
  }
});

secrets('an error that is no failure of the state is masked too', async () => {
  const stack = () => {
    throw new Error('cannot send `open sesame`');
  };
  const { make } = await newWorld({ files, secrets: sources, values, stack });
  assert.equal(await failureOf(make('cfn', properties)), ['Error', 'cannot send `****`']);
});

secrets('those that are missing fail the state, which says where each was looked for', async () => {
  const none = async () => undefined;
  const causes: readonly (readonly [sources: object, cause: string])[] = [
    [
      { ...sources, Password: { Ssm: '/gone' } },
      'the secret parameter `Password` has no value: SSM has no parameter `/gone`',
    ],
    [
      { ...sources, Password: { SecretsManager: 'gone' } },
      'the secret parameter `Password` has no value: Secrets Manager has no secret `gone`',
    ],
    [
      { Key: sources.Key },
      'the secret parameter `Password` has no value: the record of the deployment does not say where it is',
    ],
  ];
  const key = 'the secret parameter `Key` has no value: Secrets Manager has no secret `shop/key`';
  for (const [known, cause] of causes) {
    const { make, stacks } = await newWorld({
      files,
      secrets: known as typeof sources,
      values: { ssm: none, secret: none },
    });
    const [error, said] = await failureOf(make('cfn', properties));
    assert.equal([error, said.split('\n')], ['StackFailed', [cause, key]]);
    assert.is(stacks.length, 0);
  }
});

secrets('each is asked for once, and what looks like a marker in one is left alone', async () => {
  const asked: string[] = [];
  const resolved = await resolveSecrets(
    { a: [secretMarker('A'), secretMarker('A')], b: 1, c: null },
    { secrets: { A: { Ssm: '/a' } } },
    {
      values: {
        ssm: async (name) => {
          asked.push(name);
          return secretMarker('B');
        },
        secret: async () => undefined,
        invoke: async () => undefined,
        document: async () => undefined,
      },
    },
  );
  assert.equal(asked, ['/a']);
  const marker = secretMarker('B');
  assert.equal(resolved, { value: { a: [marker, marker], b: 1, c: null }, secrets: [marker] });
});

secrets('they are masked in every form, but not what is too short to be one', () => {
  const hidden = ['se"crets!', 'secret of many', 'yes', ''];
  assert.equal(
    masked({ a: ['a secret of many.', 'yes', 1], b: 'se\\"crets!', c: btoa('se"crets!') }, hidden),
    {
      a: ['a ****.', 'yes', 1],
      b: '****',
      c: '****',
    },
  );
});

secrets.run();
