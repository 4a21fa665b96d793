import { hash } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { blobKey } from '../../src/environment/keys.js';
import type { StackPlace } from '../../src/ports/stacks.js';
import { StatesError } from '../../src/ports/states-error.js';
import { memoryStore } from '../store/memory-store.js';
import { failureOf, newWorld } from './world.js';

const other = suite('stacks that cannot fetch from the store of the environment');

const files = {
  'files/outer.yaml': `
Resources:
  Function: { Type: AWS::Lambda::Function, Properties: { Code: code } }
  Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: inner.yaml } }
`,
  'files/inner.yaml':
    'Resources: { Api: { Type: AWS::ApiGateway::RestApi, Properties: { BodyS3Location: api.yaml } } }\n',
  'files/api.yaml': 'openapi: 3.0.0\n',
  'assets/code.zip': 'a zip',
  'assets/large.zip': 'x'.repeat(5 << 20),
};
const at = (resource: string, property: string) => ['Resources', resource, 'Properties', property];
const assetsWith = (code: string) => [
  { template: 'outer.yaml', pointer: at('Function', 'Code'), path: code },
  { template: 'outer.yaml', pointer: at('Inner', 'TemplateURL'), path: 'files/inner.yaml' },
  { template: 'inner.yaml', pointer: at('Api', 'BodyS3Location'), path: 'files/api.yaml' },
];
const properties = { StackName: 'edge', Template: 'outer.yaml', Region: 'us-east-1' };
const keyOf = (content: string) => blobKey(hash('sha256', content));

/** A worker whose stacks in `us-east-1` have a store of their own. */
async function newPlaces(code = 'assets/code.zip') {
  const world = await newWorld({ files, assets: assetsWith(code) });
  const places: StackPlace[] = [];
  const objects = new Map<string, Buffer>();
  const store = memoryStore(objects);
  const puts: string[] = [];
  const ports = world.ports.stacks as { storeFor?: typeof world.ports.stacks.storeFor };
  ports.storeFor = async (place) => {
    places.push(place);
    if (place.region !== 'us-east-1') return undefined;
    const putIfAbsent: typeof store.putIfAbsent = async (key, body) => {
      puts.push(key);
      return store.putIfAbsent(key, body);
    };
    return { bucket: 'there', url: 'https://there', store: { ...store, putIfAbsent } };
  };
  return { ...world, places, there: objects, puts, ports };
}

other('code and nested templates are copied there, once, and named there', async () => {
  const { make, stacks, there, puts, places } = await newPlaces();
  await make('cfn', { ...properties, AssumeRoleArn: 'arn:aws:iam::210987654321:role/deployer' });
  const { Resources } = JSON.parse(stacks[0]!.template!);
  assert.equal(Resources.Function.Properties.Code, { S3Bucket: 'there', S3Key: keyOf('a zip') });
  const inner = Resources.Inner.Properties.TemplateURL.replace('https://there/', '');
  const packaged = JSON.parse(there.get(inner)!.toString());
  const api = keyOf(files['files/api.yaml']);
  assert.equal(packaged.Resources.Api.Properties.BodyS3Location, { Bucket: 'there', Key: api });
  assert.is(there.get(keyOf('a zip'))?.toString(), 'a zip');
  assert.equal([...there.keys()].sort(), [keyOf('a zip'), api, inner].sort());
  assert.equal(
    [places[0]!.region, places[0]!.assumeRoleArn],
    ['us-east-1', 'arn:aws:iam::210987654321:role/deployer'],
  );
  const before = puts.length;
  await make('cfn', properties, { entered: '2026-11-23T10:01:00.000Z' });
  assert.equal(puts.slice(before), [inner], 'what is there is not sent again');
});

other('large files go through a file', async () => {
  const { make, there } = await newPlaces('assets/large.zip');
  await make('cfn', properties);
  assert.is(there.get(keyOf(files['assets/large.zip']))?.length, 5 << 20);
});

other('stacks at home use the store of the environment', async () => {
  const { make, stacks, there } = await newPlaces();
  await make('cfn', { ...properties, Region: 'eu-west-1' });
  assert.is(JSON.parse(stacks[0]!.template!).Resources.Function.Properties.Code.S3Bucket, 'plancc-store');
  assert.is(there.size, 0);
});

other('a store that is not there is a failure of the stack', async () => {
  const { make, ports } = await newPlaces();
  ports.storeFor = async () => {
    throw new StatesError('StoreMissing', 'run `plancc setup` there');
  };
  assert.equal(await failureOf(make('cfn', properties)), ['StackFailed', 'run `plancc setup` there']);
});

other('damaged code is not handed on', async () => {
  const { make, objects, there } = await newPlaces();
  objects.set(keyOf('a zip'), Buffer.from('another'));
  const [name] = await failureOf(make('cfn', properties));
  assert.is(name, 'StoreError');
  assert.not(there.has(keyOf('a zip')));
});

other('nor is what others have put in its place, wherever CloudFormation would fetch it', async () => {
  const inner = (bucket: string) =>
    keyOf(
      JSON.stringify({
        Resources: {
          Api: {
            Type: 'AWS::ApiGateway::RestApi',
            Properties: { BodyS3Location: { Bucket: bucket, Key: keyOf(files['files/api.yaml']) } },
          },
        },
      }),
    );
  const rows = [
    ['us-east-1', 'there', keyOf('a zip')],
    ['us-east-1', 'there', inner('there')],
    ['eu-west-1', 'objects', keyOf('a zip')],
    ['eu-west-1', 'objects', inner('plancc-store')],
  ] as const;
  for (const [Region, which, key] of rows) {
    const places = await newPlaces();
    places[which].set(key, Buffer.from('{"Resources": {}}'));
    const [name, cause] = await failureOf(places.make('cfn', { ...properties, Region }));
    assert.is(name, 'StoreError', `${Region} ${key}`);
    assert.match(cause!, /damaged|is not what its digest says/);
    assert.equal(places.stacks, []);
  }
});

other.run();
