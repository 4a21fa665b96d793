import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { resolveParameters } from '../../src/environment/parameters.js';
import type { Values } from '../../src/ports/values.js';
import type { Json, JsonObject } from '../../src/source/document.js';

const parameters = suite('values of parameters in an environment');

const asked: string[] = [];
const kept: { readonly [name: string]: string } = {
  '/shop/test/size': '3',
  '/shop/test/on': 'true',
  '/shop/test/zones': 'a, b,c',
  '/shop/test/empty': '',
  'shop@1.0.0': 'by version',
};
const values: Values = {
  ssm: async (name) => {
    asked.push(name);
    return kept[name];
  },
  secret: async (name) => (name === 'key' ? 's3cret' : undefined),
  invoke: async (name, payload) =>
    name === 'find' ? `${payload.parameter} in ${payload.environment}` : undefined,
  document: async () => undefined,
};
const known = {
  environment: 'test',
  distribution: { name: 'shop', version: '1.0.0', id: 'abc' },
  dependencies: { network: { VpcId: 'vpc-1', Count: 2 } },
};

const resolved = async (parameter: JsonObject): Promise<Json> =>
  (await resolveParameters(values, { P: parameter }, known)).parameters.P!;

const refusal = async (parameter: JsonObject): Promise<string> => {
  try {
    await resolved(parameter);
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  throw new Error('it was not refused');
};

const good: { readonly [what: string]: readonly [JsonObject, Json] } = {
  'the environment before all': [
    { Default: 'a', From: { Ssm: '/x' }, Values: { test: 'b', prod: 'c' } },
    'b',
  ],
  'a source before the default': [{ Default: 'a', From: { Ssm: '/shop/test/empty' } }, ''],
  'the default where the source has none': [{ Default: 'a', From: { Ssm: '/none' } }, 'a'],
  'a name with the environment in it': [
    { Type: 'Number', From: { Ssm: '/shop/${{ Environment }}/size' } },
    3,
  ],
  'a name with the distribution in it': [
    { From: { Ssm: '${{ Distribution.Name }}@${{ Distribution.Version }}' } },
    'by version',
  ],
  'a boolean': [{ Type: 'Boolean', From: { Ssm: '/shop/test/on' } }, true],
  'a list': [{ Type: 'List', From: { Ssm: '/shop/test/zones' } }, ['a', 'b', 'c']],
  'an empty list': [{ Type: 'List', From: { Ssm: '/shop/test/empty' } }, []],
  'a secret that is none': [{ From: { SecretsManager: 'key' } }, 's3cret'],
  'an output': [{ From: { Dependency: 'network', Output: 'VpcId' } }, 'vpc-1'],
  'an output that is a number, as text': [{ From: { Dependency: 'network', Output: 'Count' } }, '2'],
  'a function': [{ From: { Lambda: 'find' } }, 'P in test'],
  'a reference in a list': [
    { Type: 'List', Default: ['${{ Environment }}', 'x-$${{ y'] },
    ['test', 'x-${{ y'],
  ],
  'a number of the plan': [{ Type: 'Number', Default: 3, AllowedValues: [1, 3] }, 3],
  'a text that matches': [{ Default: 'db.t3', Pattern: '^db\\.' }, 'db.t3'],
};

for (const [what, [parameter, value]] of Object.entries(good)) {
  parameters(`given: ${what}`, async () => assert.equal(await resolved(parameter), value));
}

const refused: { readonly [what: string]: readonly [JsonObject, string] } = {
  'no value in this environment': [
    { Values: { prod: 'a' } },
    'ParameterMissing: the parameter P has no value in test',
  ],
  'nothing at the source': [
    { From: { Ssm: '/shop/${{ Environment }}/none' } },
    'ParameterMissing: the parameter P has no value: there is no SSM parameter /shop/test/none; put one there',
  ],
  'no such output': [{ From: { Dependency: 'network', Output: 'Vpc' } }, 'there is no output Vpc of network'],
  'no number': [
    { Type: 'Number', From: { Ssm: '/shop/test/zones' } },
    'ParameterInvalid: the parameter P has the value "a, b,c" from SSM parameter /shop/test/zones, but it must be a number',
  ],
  'no boolean': [{ Type: 'Boolean', From: { Ssm: '/shop/test/size' } }, 'but it must be `true` or `false`'],
  'an empty number': [{ Type: 'Number', From: { Ssm: '/shop/test/empty' } }, 'but it must be a number'],
  'a value that is not allowed': [
    { From: { Ssm: '/shop/test/size' }, AllowedValues: ['1', '2'] },
    'the value "3" from SSM parameter /shop/test/size, but allowed are only: 1, 2',
  ],
  'an item that is not allowed': [
    { Type: 'List', From: { Ssm: '/shop/test/zones' }, AllowedValues: ['a', 'b'] },
    'but allowed are only: a, b',
  ],
  'a text that does not match': [{ Default: 'x', Pattern: '^db\\.' }, 'but it must match `^db\\.`'],
};

for (const [what, [parameter, reason]] of Object.entries(refused)) {
  parameters(`refused: ${what}`, async () => assert.match(await refusal(parameter), reason));
}

parameters('all that are refused are named at once, those that have values are not', async () => {
  const declared = {
    A: { From: { Ssm: '/none' } },
    B: { Default: 'b' },
    C: { Type: 'Number', Default: 'c' },
    D: { Values: { prod: 'd' } },
  };
  try {
    await resolveParameters(values, declared, known);
    assert.unreachable();
  } catch (error) {
    assert.is((error as Error).name, 'ParameterMissing');
    assert.equal((error as Error).message.split('\n'), [
      'the parameter A has no value: there is no SSM parameter /none; put one there, or give it a `Default`',
      'the parameter C has the value "c" from its `Default`, but it must be a number',
      'the parameter D has no value in test; give it one among its `Values`, or a `Default`',
    ]);
  }
});

parameters(
  'secrets are not read: the record tells where they are, the payload that they are secrets',
  async () => {
    asked.length = 0;
    const declared = {
      Key: { Secret: true, From: { Ssm: '/shop/${{ Environment }}/key' } },
      Other: { Secret: true, From: { SecretsManager: 'key' } },
    };
    assert.equal(await resolveParameters(values, declared, known), {
      parameters: { Key: '{{plancc:secret:Key}}', Other: '{{plancc:secret:Other}}' },
      secrets: { Key: { Ssm: '/shop/test/key' }, Other: { SecretsManager: 'key' } },
    });
    assert.equal(asked, []);
  },
);

parameters.run();
