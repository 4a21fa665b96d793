import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Statement } from '../../src/asl/statement.js';
import { managedLimit, managedPortions, policySize } from '../../src/compiler/emit/template/policy.js';
import { mergeStatements, type PolicyStatement } from '../../src/compiler/emit/template/statements.js';

const statements = suite('statements of a role');

const anyStatement: fc.Arbitrary<Statement> = fc.record(
  {
    actions: fc.subarray(['sns:Publish', 'sqs:SendMessage', 's3:GetObject'], { minLength: 1 }),
    resources: fc.subarray(['arn:a', { Ref: 'Topic' }, { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:b'], {
      minLength: 1,
    }),
    condition: fc.constantFrom({ Bool: { 'aws:SecureTransport': 'true' } }, { Null: { 'aws:x': 'false' } }),
  },
  { requiredKeys: ['actions', 'resources'] },
);

/** Each single permission: an action on a resource under a condition. */
const permissions = (given: readonly Statement[]): readonly string[] =>
  given
    .flatMap(({ actions, resources, condition }) =>
      actions.flatMap((action) => resources.map((one) => JSON.stringify([action, one, condition ?? null]))),
    )
    .filter((one, index, all) => all.indexOf(one) === index)
    .sort();

const asStatement = ({ Action, Resource, Condition }: PolicyStatement): Statement => ({
  actions: Action,
  resources: Resource,
  ...(Condition !== undefined && { condition: Condition as Statement['condition'] & object }),
});

statements('merged they grant what they granted, neither more nor less', () => {
  fc.assert(
    fc.property(fc.array(anyStatement), (given) => {
      const merged = mergeStatements(given);
      assert.equal(permissions(merged.map(asStatement)), permissions(given));
      assert.ok(merged.length <= given.length);
    }),
  );
});

statements('come out the same whatever order they come in', () => {
  const shuffled = fc
    .array(anyStatement)
    .chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })));
  fc.assert(
    fc.property(shuffled, ([given, other]) => {
      assert.is(JSON.stringify(mergeStatements(other)), JSON.stringify(mergeStatements(given)));
    }),
  );
});

statements('of the same resources share actions, of the same actions resources', () => {
  const merged = mergeStatements([
    { actions: ['sqs:SendMessage'], resources: ['arn:a'] },
    { actions: ['sns:Publish'], resources: ['arn:a'] },
    { actions: ['sns:Publish', 'sqs:SendMessage'], resources: ['arn:b'] },
    { actions: ['s3:GetObject'], resources: ['arn:c', '*'] },
  ]);
  assert.equal(merged, [
    { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] },
    { Effect: 'Allow', Action: ['sns:Publish', 'sqs:SendMessage'], Resource: ['arn:a', 'arn:b'] },
  ]);
});

statements('are divided into policies that IAM takes, without a permission lost', () => {
  const many = Array.from({ length: 300 }, (_, n) => `arn:aws:lambda:eu-west-1:*:function:worker-${n}`);
  const given: readonly Statement[] = [
    { actions: ['lambda:InvokeFunction'], resources: many },
    { actions: many.map((_, n) => `service:Action${n}`), resources: ['*'] },
    { actions: ['sns:Publish'], resources: ['arn:a'] },
  ];
  const portions = managedPortions(mergeStatements(given));
  for (const portion of portions) {
    const document = JSON.stringify({ Version: '2012-10-17', Statement: portion });
    assert.ok(document.length <= managedLimit, `${document.length} characters`);
    assert.ok(policySize(portion) >= document.length);
  }
  assert.equal(permissions(portions.flat().map(asStatement)), permissions(given));
});

statements('are measured with the longest ARN for a value that CloudFormation puts in', () => {
  const [statement] = mergeStatements([{ actions: ['sns:Publish'], resources: [{ Ref: 'Topic' }] }]);
  const longest = `arn:aws-us-gov:sns:us-gov-west-1:123456789012:${'t'.repeat(100)}`;
  const document = { Version: '2012-10-17', Statement: [{ ...statement, Resource: [longest] }] };
  assert.ok(policySize([statement!]) >= JSON.stringify(document).length);
});

statements.run();
