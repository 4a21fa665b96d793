import { type Problem, problem } from '../../../diagnostics/problem.js';
import { managedPolicy } from '../names.js';
import type { Asked, Refusal } from './refusal.js';

/** What AWS does not let the caller do. */
export function missingPermission({ name, message, status }: Refusal, asked: Asked): Problem | undefined {
  if (!denials.has(name) && status !== 403) return undefined;
  const [, who, action = asked.action, resource = asked.resource] = denied.exec(message) ?? [];
  const help = /explicit deny/.test(message)
    ? `${forbidding(message)} forbids it, whatever else allows it: ask who looks after the account`
    : whatAllows(action, resource);
  return problem('PLAN7041', { file: placeOf(resource) }, { who, action, resource }, { help });
}

const denials = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'AuthorizationErrorException',
  'UnauthorizedOperation',
]);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html#access-denied-message-examples */
const denied = /User: (\S+) is not authorized to perform: (\S+)(?: on resource: "?([^\s"]+)"?)?/;

/** Which kind of policy, as the message has it: `in a service control policy`. */
const forbidding = (message: string): string => {
  const [, kind] = /explicit deny in (an? .*? policy|a permissions boundary)/.exec(message) ?? [];
  return kind ?? 'a policy';
};

const ofS3 = /^arn:[\w-]+:s3:::([^/]+)(?:\/(.*))?$/;

/** As people name it, where they do. */
function placeOf(resource: string | undefined): string {
  const [, bucket, key] = ofS3.exec(resource ?? '') ?? [];
  if (bucket === undefined) return resource ?? 'AWS';
  return key === undefined ? `s3://${bucket}` : `s3://${bucket}/${key}`;
}

/** The policies that are made with an environment decide by the keys of objects who may do what there. */
function whatAllows(action: string, resource: string | undefined): string {
  if (action === 'sts:AssumeRole')
    return 'let the role trust whoever asks, and let a policy of theirs allow it: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html';
  const policy = policyFor(action, resource);
  return policy === undefined
    ? 'ask who looks after the account to allow it'
    : `the policy \`${policy}\` allows it: ask who looks after the account to attach it`;
}

const storeName = /^plancc-\d+-(.+)$/;
const environmentIn = /^(?:environments|logs)\/([^/]+)\/([^/]+)\//;

/** The one that allows least of those that allow it. */
function policyFor(action: string, resource = ''): string | undefined {
  const [, bucket = '', key = ''] = ofS3.exec(resource) ?? [];
  const [, region] = storeName.exec(bucket) ?? [];
  if (region === undefined) return undefined;
  const [, environment = '<environment>', what] = environmentIn.exec(key) ?? [];
  const may = (who: Parameters<typeof managedPolicy>[2]) => managedPolicy(environment, region, who);
  if (action === 's3:ListBucket' || action === 's3:GetObject') return may('viewer');
  if (action !== 's3:PutObject') return undefined;
  if (what === 'decisions') return may('approver');
  return what === 'requests' || /^(blobs|distributions)\//.test(key) ? may('deployer') : undefined;
}
