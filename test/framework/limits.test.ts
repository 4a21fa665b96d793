import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { objectOr } from '../../src/language/json.js';
import type { JsonObject } from '../../src/source/document.js';
import { environmentMade, shipped } from './stacks.js';

const limits = suite('limits of AWS that names and policies are within');

/** As long as the name of an environment can be. */
const longest = `e${'-environment'.repeat(2)}-longer`;
const made = environmentMade(longest);
const resources = Object.entries(JSON.parse(shipped('environment')).Resources as JsonObject);
const ofType = (type: string): readonly string[] =>
  resources.filter(([, resource]) => objectOr(resource).Type === type).map(([id]) => id);
const sizeOf = (document: unknown): number => JSON.stringify(document).length;

limits('policies: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html', () => {
  for (const id of ofType('AWS::IAM::Role')) {
    const policies = made(id).Policies as readonly JsonObject[];
    const size = policies.reduce((sum, { PolicyDocument }) => sum + sizeOf(PolicyDocument), 0);
    assert.ok(size <= 10_240, `${id}: ${size}`);
  }
  for (const id of ofType('AWS::IAM::ManagedPolicy'))
    assert.ok(sizeOf(made(id).PolicyDocument) <= 6144, `${id}: ${sizeOf(made(id).PolicyDocument)}`);
});

const nameProperties: readonly (readonly [type: string, property: string, most: number])[] = [
  ['AWS::Lambda::Function', 'FunctionName', 64],
  ['AWS::StepFunctions::StateMachine', 'StateMachineName', 80],
  ['AWS::SQS::Queue', 'QueueName', 80],
  ['AWS::IAM::ManagedPolicy', 'ManagedPolicyName', 128],
  ['AWS::CloudWatch::Alarm', 'AlarmName', 255],
  ['AWS::ECS::TaskDefinition', 'Family', 255],
];

limits('names', () => {
  assert.is(longest.length, 32);
  for (const [type, property, most] of nameProperties) {
    assert.ok(ofType(type).length > 0, type);
    for (const id of ofType(type)) {
      const given = made(id)[property];
      // CloudFormation makes the others fit.
      if (given === undefined) continue;
      const name = String(given);
      assert.match(name, longest);
      assert.ok(name.length <= most, name);
    }
  }
});

limits('environments in AWS are called so that no two of them share a name of anything', () => {
  const { AllowedPattern } = JSON.parse(shipped('environment')).Parameters.Environment;
  const is = (name: string) => new RegExp(AllowedPattern).test(name);
  for (const name of ['dev', 'd', 'prod-eu', 'a-b-c', '0'.repeat(32).replace('0', 'e'), longest])
    assert.ok(is(name), name);
  for (const name of ['', 'Dev', '1a', 'a--b', 'a-', '-a', 'env', 'a_b', `${longest}r`])
    assert.not.ok(is(name), name);
});

limits.run();
