import type { Json, JsonObject } from '../../source/document.js';
import type { Statement } from '../statement.js';
import { namedArn } from './arn.js';
import { allow, type Call } from './call.js';
import { given } from './given.js';
import { parseResource, type Resource } from './resource.js';
import { actionsOf } from './sdk/actions.js';
import { iamPrefix } from './sdk/prefixes.js';
import { passedRoles } from './sdk/roles.js';
import { targetsOf } from './sdk/targets.js';
import { services } from './services/index.js';
import { jobStatements, jobs } from './services/jobs.js';
import { readsObjects } from './services/media.js';
import { pointedAt, type Surroundings, textOf } from './surroundings.js';
import { literalOf, onlyValue, type Text, toValue, unknown } from './text.js';

export { distributedMap } from './services/states.js';
export { parseResource };

/** What a Task calls, or an ItemReader or ResultWriter of a Map. */
export interface TaskUse {
  /** The `Resource`: a string or an intrinsic, either with `${{ … }}`. */
  readonly resource: Json;
  /** `Parameters` or `Arguments` as written; undefined when the state has neither, and gives its input. */
  readonly arguments?: Json | undefined;
  readonly credentials?: JsonObject | undefined;
  /** `ReaderConfig.InputType` of an ItemReader. */
  readonly inputType?: Json | undefined;
}

/**
 * What the role of a state machine needs for a call. Resources are ARNs where they are known when the plan's stack is
 * made, else any of their type in the account and region; they hold no references, only values of CloudFormation.
 */
export function permissionsOf(use: TaskUse, plan: Surroundings): readonly Statement[] {
  if (use.credentials !== undefined) return [assumes(use.credentials, plan)];
  const resource = textOf(plan, use.resource);
  const called = parseResource(literalOf(resource));
  if (called === undefined || called.kind === 'lambda') return directly(resource, plan);
  // An activity's workers ask for work; nothing is called.
  if (called.kind === 'activity') return [];
  const statements = statementsOf(callOf(use, called, plan), use.arguments);
  // A call with an empty list acts on nothing.
  return statements.filter(({ actions, resources }) => actions.length > 0 && resources.length > 0);
}

/**
 * The role in `Credentials` makes the call, so that it and not the plan's role has the permissions.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html
 */
function assumes(credentials: JsonObject, plan: Surroundings): Statement {
  const role = given(plan, credentials).text('RoleArn');
  const isAnywhere = role === undefined || role === unknown;
  const any: Text = ['arn:', { Ref: 'AWS::Partition' }, ':iam::*:role/*'];
  return allow(['sts:AssumeRole'], [toValue(isAnywhere ? any : namedArn(plan, role, 'iam:role/*'))]);
}

/** A function by its ARN, or by an intrinsic that gives it; what is no ARN is not accepted by Step Functions. */
function directly(resource: Text, plan: Surroundings): readonly Statement[] {
  const value = onlyValue(resource);
  const isCall = value === undefined ? /^(arn:|\*)/.test(literalOf(resource)) : true;
  const isActivity = pointedAt(plan, value ?? {}).type === 'AWS::StepFunctions::Activity';
  if (!isCall || isActivity) return [];
  return [allow(['lambda:InvokeFunction'], [toValue(namedArn(plan, resource, 'lambda:function:*'))])];
}

const callOf = (use: TaskUse, called: Resource, plan: Surroundings): Call => ({
  service: called.kind === 'sdk' ? iamPrefix(called.service) : called.service,
  api: called.api,
  waits: called.pattern === 'sync' || called.pattern === 'sync:2',
  given: given(plan, use.arguments),
  plan,
  isResultWriter: called.kind === 'optimized' && called.service === 's3' && called.api === 'putObject',
  inputType: use.inputType,
});

function statementsOf(call: Call, root: Json | undefined): readonly Statement[] {
  const special = services[call.service]?.[call.api];
  if (special !== undefined) return special(call);
  const job = jobs[call.service]?.[call.api];
  if (job !== undefined) return jobStatements(call, job);
  return [
    allow(actionsOf(call.service, call.api), targetsOf(call)),
    ...passedRoles(call, root),
    ...readsObjects(call),
  ];
}
