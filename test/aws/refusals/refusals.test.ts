import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { refusalOf } from '../../../src/engines/aws/refusals/index.js';
import type { Asked } from '../../../src/engines/aws/refusals/refusal.js';

const refusals = suite('what AWS refuses');

interface Answer {
  readonly status?: number;
  readonly code?: string;
}

/** What is made of an error as the SDK throws it: place, code, message and help. */
function told(name: string, message: string, { status, code }: Answer = {}, asked: Partial<Asked> = {}) {
  const error = Object.assign(new Error(message), {
    name,
    ...(status !== undefined && { $metadata: { httpStatusCode: status, attempts: 1 } }),
    ...(code !== undefined && { code }),
  });
  const refusal = refusalOf(error, { action: 's3:PutObject', ...asked });
  if (refusal === undefined) return undefined;
  const { problem } = refusal;
  return [problem.place.file, problem.code, problem.message, problem.help];
}

const anna = 'arn:aws:iam::123456789012:user/anna';
const store = 'plancc-123456789012-eu-west-1';
const object = (key: string) => `arn:aws:s3:::${store}/${key}`;
const request = 'environments/prod/requests/webshop/20261123-105359-3e7b2c.json';

const denied = (action: string, resource: string, because: string) =>
  told(
    'AccessDenied',
    `User: ${anna} is not authorized to perform: ${action} on resource: "${resource}" ${because}`,
    {
      status: 403,
    },
  );
const noPolicy = 'because no identity-based policy allows the action';

refusals('a permission that is missing, with the policy that has it', () => {
  assert.equal(denied('s3:PutObject', object(request), noPolicy), [
    `s3://${store}/${request}`,
    'PLAN7041',
    `\`s3:PutObject\` on \`${object(request)}\` is not allowed for \`${anna}\``,
    'the policy `plancc-prod-eu-west-1-deployer` allows it: ask who looks after the account to attach it',
  ]);
  const policyFor = (action: string, resource: string) =>
    /`plancc-(.*)-eu-west-1-(.*)`/
      .exec(denied(action, resource, noPolicy)![3]!)
      ?.slice(1)
      .join(' ');
  const decision = 'environments/prod/decisions/webshop/20261123-105359-3e7b2c/Approve/x.json';
  assert.is(policyFor('s3:PutObject', object(decision)), 'prod approver');
  assert.is(policyFor('s3:PutObject', object('blobs/sha256/0a')), '<environment> deployer');
  assert.is(
    policyFor('s3:PutObject', object('distributions/a/1.0.0/manifest.json')),
    '<environment> deployer',
  );
  assert.is(policyFor('s3:GetObject', object('environments/prod/inventory/a.json')), 'prod viewer');
  assert.is(policyFor('s3:GetObject', object('logs/prod/a/b/c.log')), 'prod viewer');
  assert.is(policyFor('s3:ListBucket', `arn:aws:s3:::${store}`), '<environment> viewer');
  assert.is(policyFor('s3:PutObject', object('environments/prod/inventory/a.json')), undefined);
  assert.is(policyFor('s3:GetObject', 'arn:aws:s3:::other/key'), undefined);
});

refusals('a permission that a policy takes away', () => {
  const helpFor = (because: string) => denied('s3:PutObject', object(request), because)![3];
  assert.is(
    helpFor('with an explicit deny in a service control policy'),
    'a service control policy forbids it, whatever else allows it: ask who looks after the account',
  );
  assert.match(
    helpFor('with an explicit deny in a permissions boundary')!,
    /^a permissions boundary forbids/,
  );
  assert.match(helpFor('with an explicit deny')!, /^a policy forbids/);
});

refusals('a permission of which AWS says nothing more', () => {
  const asked = { action: 's3:GetObject', resource: object('environments/prod/environment.json') };
  assert.equal(told('Forbidden', 'UnknownError', { status: 403 }, asked)?.slice(1, 3), [
    'PLAN7041',
    `\`s3:GetObject\` on \`${asked.resource}\` is not allowed`,
  ]);
  assert.equal(told('AccessDeniedException', '', { status: 400 }, { action: 'StartExecution' }), [
    'AWS',
    'PLAN7041',
    '`StartExecution` is not allowed',
    'ask who looks after the account to allow it',
  ]);
});

refusals('a role that may not be taken on', () => {
  const role = 'arn:aws:iam::210987654321:role/deployer';
  const message = `User: ${anna} is not authorized to perform: sts:AssumeRole on resource: ${role}`;
  const found = told('AccessDenied', message, { status: 403 })!;
  assert.equal(found.slice(0, 3), [
    role,
    'PLAN7041',
    `\`sts:AssumeRole\` on \`${role}\` is not allowed for \`${anna}\``,
  ]);
  assert.match(found[3]!, /^let the role trust whoever asks/);
});

refusals('credentials that have expired', () => {
  for (const name of ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'])
    assert.equal(told(name, 'The provided token has expired.', { status: 400 }), [
      'AWS',
      'PLAN7043',
      'the credentials have expired',
      'get new ones the way you got these; of a profile with `aws sso login`',
    ]);
  const message = 'Failed to load a token, please re-authenticate using aws login';
  assert.is(
    told('CredentialsProviderError', message, {}, { profile: 'prod' })?.[3],
    'sign in again: `aws login --profile prod`',
  );
});

refusals('credentials that are not accepted', () => {
  const message = 'The security token included in the request is invalid.';
  const found = told('InvalidClientTokenId', message, { status: 403 }, { profile: 'prod' })!;
  assert.equal(found.slice(1, 3), [
    'PLAN7047',
    'AWS does not accept the credentials of profile `prod`: The security token included in the request is invalid',
  ]);
  assert.match(told('RequestTimeTooSkewed', 'Too large.', { status: 403 })![3]!, /^set the clock/);
  const old = 'Signature expired: 20261123T105359Z is now earlier than 20261123T115359Z';
  assert.match(told('SignatureDoesNotMatch', old, { status: 403 })![3]!, /^set the clock/);
});

refusals('a network without AWS', () => {
  const reason = (name: string, message: string, code?: string) =>
    told(name, message, code === undefined ? {} : { code })?.slice(1, 3);
  assert.equal(reason('Error', 'getaddrinfo ENOTFOUND s3.eu-wst-1.amazonaws.com', 'ENOTFOUND'), [
    'PLAN7046',
    'AWS cannot be reached: there is no host of that name',
  ]);
  assert.equal(
    reason('TimeoutError', 'Connection timed out')?.[1],
    'AWS cannot be reached: no answer in time',
  );
  assert.equal(reason('Error', 'odd', 'EPROTO')?.[1], 'AWS cannot be reached: odd');
  assert.match(told('Error', '', { code: 'SELF_SIGNED_CERT_IN_CHAIN' })![3]!, 'NODE_EXTRA_CA_CERTS');
});

refusals('AWS that has no time, when the SDK has asked often enough', () => {
  for (const [name, status] of [
    ['SlowDown', 503],
    ['ThrottlingException', 400],
    ['InternalError', 500],
    ['TooManyRequestsException', 429],
  ] as const)
    assert.equal(told(name, 'Please reduce your request rate.', { status }), [
      'AWS',
      'PLAN7049',
      'AWS cannot do `s3:PutObject` now: Please reduce your request rate',
      'try again in a minute: nothing is lost by it',
    ]);
});

refusals('nothing that is about a request, or that is a mistake of ours', () => {
  assert.is(told('ValidationError', 'Stack does not exist', { status: 400 }), undefined);
  assert.is(told('NoSuchKey', 'The specified key does not exist.', { status: 404 }), undefined);
  // Of the token of a task.
  assert.is(told('InvalidToken', "Invalid Token: 'Invalid token'", { status: 400 }), undefined);
  assert.is(told('TypeError', 'x is not a function'), undefined);
  assert.is(told('TypeError', 'invalid', { code: 'ERR_INVALID_ARG_TYPE' }), undefined);
  assert.is(refusalOf('text', { action: '' }), undefined);
});

refusals.run();
