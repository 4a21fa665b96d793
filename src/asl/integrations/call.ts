import type { Json, JsonObject } from '../../source/document.js';
import type { Statement } from '../statement.js';
import { arnValue, givenArn, namedArn } from './arn.js';
import type { Given } from './given.js';
import type { Surroundings } from './surroundings.js';
import { type Text, toValue, unknown } from './text.js';

/** A call of an AWS service by a state. */
export interface Call {
  /** The service as IAM names it: `states`, `logs`. */
  readonly service: string;
  /** In camel case. */
  readonly api: string;
  /** Whether Step Functions waits for what was started, and stops it when the state is stopped. */
  readonly waits: boolean;
  readonly given: Given;
  readonly plan: Surroundings;
  readonly isResultWriter: boolean;
  /** `InputType` of an ItemReader. */
  readonly inputType?: Json | undefined;
}

/** What the calls of a service need, by API: those that are not said by the tables. */
export type Service = { readonly [api: string]: (call: Call) => readonly Statement[] };

export const allow = (
  actions: readonly string[],
  resources: readonly Json[],
  condition?: JsonObject,
): Statement => ({ actions, resources, ...(condition && { condition }) });

export const pascal = (api: string): string => api[0]!.toUpperCase() + api.slice(1);

/** The ARN of what arguments name; where one names it, it may be by its ARN too. */
export function named({ plan, given }: Call, pattern: string, ...names: readonly string[]): Json {
  const texts = names.map((name) => given.text(name));
  if (texts.length === 1) return toValue(namedArn(plan, texts[0], pattern));
  return arnValue(pattern, ...texts.map((text) => text ?? unknown));
}

/** The ARNs of what one argument names, which may be a list. */
export const namedEach = ({ plan, given }: Call, pattern: string, name: string): readonly Json[] =>
  given.texts(name).map((text) => toValue(namedArn(plan, text, pattern)));

/** The ARN that an argument gives, where the service takes nothing else. */
export const byArn = ({ given }: Call, pattern: string, name: string): Json =>
  toValue(givenArn(given.text(name), pattern));

/**
 * Lets Step Functions make the rule by which it hears that a job has ended.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html#connect-iam-sync-async
 */
export const managedRule = (name: string): Statement =>
  allow(['events:PutTargets', 'events:PutRule', 'events:DescribeRule'], [arnValue('events:rule/*', [name])]);

/** Lets the plan hand roles to a service; undefined roles were not given. */
export function passRole(
  plan: Surroundings,
  service: string | readonly string[],
  ...roles: readonly (Text | undefined)[]
): readonly Statement[] {
  const arns = roles.flatMap((role) =>
    role === undefined ? [] : [toValue(namedArn(plan, role, 'iam:role/*'))],
  );
  const condition = { StringEquals: { 'iam:PassedToService': service } };
  return arns.length === 0 ? [] : [allow(['iam:PassRole'], arns, condition)];
}

/** Lets a service make the role it works with, the first time it is used in an account. */
export const serviceLinkedRole = (service: string, name: string): Statement =>
  allow(['iam:CreateServiceLinkedRole'], [arnValue('iam:role/aws-service-role/*/*', [service], [name])], {
    StringEquals: { 'iam:AWSServiceName': service },
  });
