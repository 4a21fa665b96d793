import { Aws } from 'aws-cdk-lib';

/** A statement of a policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly Action?: string | readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Condition;
}

type Condition = { readonly [operator: string]: { readonly [key: string]: string | readonly string[] } };

export const policy = (...Statement: readonly Statement[]) => ({ Version: '2012-10-17', Statement });

export const allow = (
  Action: string | readonly string[],
  Resource: string | readonly string[],
  Condition?: Condition,
): Statement => ({ Effect: 'Allow', Action, Resource, ...(Condition && { Condition }) });

export const deny = (
  Action: string | readonly string[],
  Resource: string | readonly string[],
  Condition?: Condition,
): Statement => ({ ...allow(Action, Resource, Condition), Effect: 'Deny' });

/** Of a bucket, queue or topic: for whoever asks. */
export const toAnyone = (statement: Statement): Statement => ({ ...statement, Principal: '*' });

/** Of a bucket, queue or topic: for a service of AWS. */
export const toService = (service: string, statement: Statement): Statement => ({
  ...statement,
  Principal: { Service: service },
});

/** Nothing goes over the network unencrypted. */
export const onlyTls = (action: string, resource: string | readonly string[]): Statement =>
  toAnyone(deny(action, resource, { Bool: { 'aws:SecureTransport': 'false' } }));

/**
 * For services of AWS that say for whom they act.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export const ofThisAccount: Condition = { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } };

/** Lets a service of AWS assume a role. */
export const assumedBy = (service: string, condition?: Condition) =>
  policy({
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sts:AssumeRole',
    ...(condition && { Condition: condition }),
  });
