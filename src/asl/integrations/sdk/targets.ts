import type { Json } from '../../../source/document.js';
import { type Call, named, namedEach } from '../call.js';
import { computedTargets } from './computed-targets.js';

/** Which calls act on what: the pattern of its ARN, and the arguments that name it. */
type Target = readonly [apis: RegExp, pattern: string, ...names: readonly string[]];

const all = /^/;

/**
 * Of calls that many plans make, and that act on nothing but what is named here: where IAM asks for permission on
 * several resources, one of them would not be enough.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const targets: { readonly [service: string]: readonly Target[] } = {
  cloudformation: [[/^(?!.*StackSet)(?!.*StackInstance)/, 'cloudformation:stack/*/*', 'StackName']],
  cloudfront: [[/Invalidation/, 'cloudfront:distribution/*', 'DistributionId']],
  codepipeline: [
    [/PipelineExecution/, 'codepipeline:*', 'PipelineName'],
    [/^(startPipelineExecution|getPipeline|getPipelineState)$/, 'codepipeline:*', 'Name'],
  ],
  dynamodb: [
    [/^(get|put|update|delete)Item$|^(describe|update|delete)Table$/, 'dynamodb:table/*', 'TableName'],
  ],
  ec2: [[/^(start|stop|reboot|terminate)Instances$/, 'ec2:instance/*', 'InstanceIds']],
  ecr: [[all, 'ecr:repository/*', 'RepositoryName']],
  events: [
    [/Rule$/, 'events:rule/*/*', 'EventBusName', 'Name'],
    [/Targets$|TargetsByRule$/, 'events:rule/*/*', 'EventBusName', 'Rule'],
    [/Rule$/, 'events:rule/*', 'Name'],
    [/Targets$|TargetsByRule$/, 'events:rule/*', 'Rule'],
  ],
  firehose: [[all, 'firehose:deliverystream/*', 'DeliveryStreamName']],
  glue: [
    [/Crawler(Schedule)?$/, 'glue:crawler/*', 'Name'],
    [/JobRuns?$|JobBookmark$/, 'glue:job/*', 'JobName'],
    [/Workflow(Run|Runs|RunProperties)?$/, 'glue:workflow/*', 'Name'],
    [/Trigger$/, 'glue:trigger/*', 'Name'],
  ],
  kinesis: [[all, 'kinesis:stream/*', 'StreamName']],
  // An alias is not what a policy holds for: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
  kms: [
    [/^(encrypt|decrypt|reEncrypt|generate(Data|Mac)|sign$|verify|describeKey|getPublicKey)/, 'kms:key/*'],
  ],
  lambda: [[/^(?!.*EventSourceMapping)/, 'lambda:function:*', 'FunctionName']],
  logs: [[all, 'logs:log-group:*:*', 'LogGroupName']],
  rds: [
    [/^(start|stop|reboot)DBInstance$/i, 'rds:db:*', 'DbInstanceIdentifier'],
    [/^(start|stop|reboot)DBCluster$/i, 'rds:cluster:*', 'DbClusterIdentifier'],
  ],
  route53: [[/ResourceRecordSets$/, 'route53:hostedzone/*', 'HostedZoneId']],
  scheduler: [
    [/Schedule$/, 'scheduler:schedule/*/*', 'GroupName', 'Name'],
    [/Schedule$/, 'scheduler:schedule/default/*', 'Name'],
  ],
  states: [
    [all, 'states:stateMachine:*', 'StateMachineArn'],
    [all, 'states:execution:*', 'ExecutionArn'],
    [all, 'states:activity:*', 'ActivityArn'],
  ],
};

/** The ARNs of what a call acts on; `*` where that is not known to the tables. */
export function targetsOf(call: Call): readonly Json[] {
  const computed = computedTargets[call.service]?.(call);
  if (computed !== undefined) return computed;
  const found = targets[call.service]?.find(
    ([apis, , ...names]) => apis.test(call.api) && names.every((name) => call.given.has(name)),
  );
  if (found === undefined) return ['*'];
  const [, pattern, ...names] = found;
  return names.length === 1 ? namedEach(call, pattern, names[0]!) : [named(call, pattern, ...names)];
}
