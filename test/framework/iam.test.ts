import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { allows, decide, type Policy } from '../aws/iam/allows.js';
import { type Conditions, holds } from '../aws/iam/conditions.js';
import { matches, matchesArn } from '../aws/iam/match.js';

const iam = suite('policies as IAM reads them');

const policy = (...Statement: Policy['Statement']): Policy => ({ Statement });

iam('stars and question marks', () => {
  assert.ok(matches('s3:Get*', 's3:GetObject'));
  assert.ok(matches('a?c*', 'abc'));
  assert.not.ok(matches('a?c', 'ac'));
  assert.not.ok(matches('a.c', 'abc'), 'nothing else is special');
  assert.ok(matches('a*c', 'a\nc'));
  assert.ok(matches('a$(b)[c]{d}', 'a$(b)[c]{d}'));
});

iam('stars of an ARN stay within its parts, but for the resource', () => {
  assert.ok(matchesArn('arn:aws:s3:::b/*', 'arn:aws:s3:::b/a/c:d'));
  assert.ok(matchesArn('arn:aws:states:*:*:execution:a-*:*', 'arn:aws:states:r:1:execution:a-b:c'));
  assert.not.ok(matchesArn('arn:aws:sqs:*', 'arn:aws:sqs:r:1:q'), 'fewer parts');
  assert.not.ok(matchesArn('arn:aws:s*:::b/*', 'arn:aws:sqs:r:1:b/c'));
  assert.ok(matchesArn('*', 'arn:aws:sqs:r:1:q'));
  assert.ok(matchesArn('*', '*'));
  assert.not.ok(matchesArn('arn:aws:sqs:r:1:*', '*'));
});

iam('a denial counts more than any permission, and nothing is allowed by itself', () => {
  const policies = [
    policy({ Effect: 'Allow', Action: ['s3:*'], Resource: '*' }),
    policy({ Effect: 'Deny', Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::b/kept/*' }),
  ];
  const on = (action: string, key: string) => decide(policies, { action, resource: `arn:aws:s3:::b/${key}` });
  assert.is(on('s3:DeleteObject', 'x'), 'allowed');
  assert.is(on('S3:deleteobject', 'kept/x'), 'denied');
  assert.is(on('sqs:SendMessage', 'x'), 'not allowed');
});

iam('NotAction and NotResource are all others', () => {
  const one = policy({
    Effect: 'Allow',
    NotAction: ['iam:*'],
    NotResource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b'],
  });
  const may = (action: string, resource: string) => allows([one], { action, resource });
  assert.ok(may('s3:GetObject', 'arn:aws:s3:::c/x'));
  assert.ok(may('ec2:DescribeInstances', '*'));
  assert.not.ok(may('s3:GetObject', 'arn:aws:s3:::b/x'));
  assert.not.ok(may('iam:GetRole', 'arn:aws:iam::1:role/x'));
});

const table: readonly (readonly [
  conditions: Conditions,
  context: { readonly [key: string]: string },
  holds: boolean,
])[] = [
  [{ StringEquals: { 'aws:x': 'a' } }, { 'aws:x': 'a' }, true],
  [{ StringEquals: { 'aws:x': 'a' } }, { 'AWS:X': 'a' }, true],
  [{ StringEquals: { 'aws:x': ['b', 'a'] } }, { 'aws:x': 'a' }, true],
  [{ StringEquals: { 'aws:x': 'a' } }, {}, false],
  [{ StringEquals: { 'aws:x': 'A' } }, { 'aws:x': 'a' }, false],
  [{ StringEquals: { 'aws:x': 'a*' } }, { 'aws:x': 'ab' }, false],
  [{ StringLike: { 'aws:x': 'a*' } }, { 'aws:x': 'ab' }, true],
  [{ StringNotEquals: { 'aws:x': 'a' } }, { 'aws:x': 'b' }, true],
  [{ StringNotEquals: { 'aws:x': ['a', 'b'] } }, { 'aws:x': 'b' }, false],
  [{ StringNotEquals: { 'aws:x': 'a' } }, {}, true],
  [{ StringEqualsIfExists: { 'aws:x': 'a' } }, {}, true],
  [{ StringEqualsIfExists: { 'aws:x': 'a' } }, { 'aws:x': 'b' }, false],
  [{ StringNotEqualsIfExists: { 'aws:x': 'a' } }, {}, true],
  [{ ArnLike: { 'aws:x': 'arn:aws:iam::1:role/p/*' } }, { 'aws:x': 'arn:aws:iam::1:role/p/q/r' }, true],
  [{ ArnEquals: { 'aws:x': 'arn:aws:iam::1:role/*' } }, { 'aws:x': 'arn:aws:iam::2:role/r' }, false],
  [{ ArnNotLike: { 'aws:x': 'arn:aws:iam::1:role/p/*' } }, { 'aws:x': 'arn:aws:iam::1:role/r' }, true],
  [{ Null: { 'aws:x': 'true' } }, {}, true],
  [{ Null: { 'aws:x': 'true' } }, { 'aws:x': '' }, false],
  [{ Null: { 'aws:x': 'false' } }, { 'aws:x': '' }, true],
  [{ Bool: { 'aws:x': 'false' } }, { 'aws:x': 'False' }, true],
  [{ Bool: { 'aws:x': 'false' } }, {}, false],
  [{ StringEquals: { 'aws:x': 'a' }, Null: { 'aws:y': 'true' } }, { 'aws:x': 'a', 'aws:y': 'b' }, false],
  [{ StringEquals: { 'aws:x': 'a', 'aws:y': 'b' } }, { 'aws:x': 'a', 'aws:y': 'c' }, false],
];

iam('conditions', () => {
  for (const [conditions, context, expected] of table)
    assert.is(holds(conditions, context), expected, JSON.stringify([conditions, context]));
  assert.throws(
    () => holds({ DateLessThan: { 'aws:x': '' } }, {}),
    'no condition operator DateLessThan here',
  );
});

iam('variables take the place of what the request tells', () => {
  const one = policy({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::b/${aws:PrincipalTag/team}/*',
    Condition: { StringEquals: { 'aws:x': '${aws:username}${*}' } },
  });
  const asked = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/pay/x' };
  assert.ok(
    allows([one], {
      ...asked,
      context: { 'aws:PrincipalTag/team': 'pay', 'aws:username': 'u', 'aws:x': 'u*' },
    }),
  );
  assert.not.ok(
    allows([one], {
      ...asked,
      context: { 'aws:PrincipalTag/team': 'p', 'aws:username': 'u', 'aws:x': 'u*' },
    }),
  );
  assert.not.ok(allows([one], { ...asked, context: { 'aws:username': 'u', 'aws:x': 'u*' } }), 'not there');
});

iam.run();
