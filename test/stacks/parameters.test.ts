import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newStacks, outputsOf, reasonOf } from './stacks.js';

const parameters = suite('parameters of recorded stacks');

const template = (declaration: string): string => `
Parameters:
  Given: ${declaration}
Resources:
  Queue: { Type: AWS::SQS::Queue }
Outputs:
  Given: { Value: !Sub "\${Given}" }
`;

const refused: readonly (readonly [declaration: string, value: string | undefined, reason: string])[] = [
  ['{ Type: String }', undefined, 'Parameters: [Given] must have values'],
  ['{ Type: String, AllowedValues: [a, b] }', 'c', "Parameter 'Given' must be one of AllowedValues"],
  ['{ Type: Number, AllowedValues: [1, 2] }', '3', "Parameter 'Given' must be one of AllowedValues"],
  ['{ Type: String, AllowedPattern: "[a-z]+" }', 'aB', "Parameter 'Given' must match pattern [a-z]+"],
  ['{ Type: String, MinLength: 3 }', 'ab', "Parameter 'Given' must contain at least 3 characters"],
  ['{ Type: String, MaxLength: 3 }', 'abcd', "Parameter 'Given' must contain at most 3 characters"],
  ['{ Type: Number }', 'many', "Parameter 'Given' must be a number"],
  ['{ Type: Number, MinValue: 2 }', '1', "Parameter 'Given' must be a number not less than 2"],
  ['{ Type: Number, MaxValue: 2 }', '3', "Parameter 'Given' must be a number not greater than 2"],
  ['{ Type: List<Number> }', '1,two', "Parameter 'Given' must be a number"],
  [
    '{ Type: CommaDelimitedList, AllowedValues: [a, b] }',
    'a,c',
    "Parameter 'Given' must be one of AllowedValues",
  ],
  [
    '{ Type: String, AllowedPattern: "[a-z]+", ConstraintDescription: only small letters }',
    '1',
    'Parameter Given failed to satisfy constraint: only small letters',
  ],
];

for (const [declaration, value, reason] of refused) {
  parameters(`${declaration} does not take ${value}`, async () => {
    const given = value === undefined ? {} : { Given: value };
    assert.is(reasonOf(await newStacks().deploy(template(declaration), { parameters: given })), reason);
  });
}

const taken: readonly (readonly [declaration: string, value: string | undefined, output: string])[] = [
  ['{ Type: String, Default: x }', undefined, 'x'],
  ['{ Type: String, Default: x }', 'y', 'y'],
  ['{ Type: String, Default: x }', '', ''],
  ['{ Type: Number, Default: 14 }', undefined, '14'],
  ['{ Type: CommaDelimitedList, Default: "a, b" }', undefined, 'a,b'],
  ['{ Type: String, AllowedPattern: "10\\\\..*" }', '10.0', '10.0'],
  // What only AWS could know is neither a number nor matches a pattern.
  ['{ Type: Number, MinValue: 1 }', '<Cluster.Endpoint.Port>', '<Cluster.Endpoint.Port>'],
  ['{ Type: String, AllowedPattern: "vpc-.*", MaxLength: 3 }', '<Vpc>', '<Vpc>'],
];

for (const [declaration, value, output] of taken) {
  parameters(`${declaration} takes ${value}`, async () => {
    const given = value === undefined ? {} : { Given: value };
    const result = await newStacks().deploy(template(declaration), { parameters: given });
    assert.equal(outputsOf(result), { Given: output });
  });
}

parameters('one that the template does not have is refused', async () => {
  const more = { parameters: { Given: 'a', Givn: 'b', Other: 'c' } };
  const result = await newStacks().deploy(template('{ Type: String }'), more);
  assert.is(reasonOf(result), 'Parameters: [Givn, Other] do not exist in the template');
});

parameters('a hidden one that changes is a change of what it is used in', async () => {
  const { deploy } = newStacks();
  const secret = `
Parameters: { Password: { Type: String, NoEcho: true } }
Resources:
  Secret: { Type: AWS::SecretsManager::Secret, Properties: { SecretString: !Ref Password } }
`;
  const changes = async (Password: string) => {
    const result = await deploy(secret, { parameters: { Password } });
    return result.status === 'done' ? result.changes.map(({ action }) => action) : result;
  };
  assert.equal(await changes('first'), ['Add']);
  assert.equal(await changes('first'), []);
  assert.equal(await changes('second'), ['Modify']);
});

parameters('one that the request calls secret is hidden too', async () => {
  const { deploy, folder } = newStacks();
  const more = { parameters: { Given: 'open sesame' }, secret: ['Given'] };
  assert.equal(outputsOf(await deploy(template('{ Type: String }'), more)), { Given: '****' });
  assert.not.match(readFileSync(join(folder, 'local/test-shop.json'), 'utf8'), /sesame/);
});

parameters.run();
