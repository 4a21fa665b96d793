import {
  accountStack,
  approvalsTopic,
  cluster,
  controllerFunction,
  defaultRunner,
  driverMachine,
  environmentStack,
  managedPolicy,
  notificationsQueue,
  receiverFunction,
  workerFunction,
} from '../../engines/aws/names.js';
import {
  deadJobs,
  deadNotifications,
  driverFailures,
  receiverErrors,
  sweepFailures,
} from '../alarm-names.js';
import { anywhere, ownPath } from '../arns.js';
import { deny, type Statement } from '../policy.js';
import { deadQueue } from '../queue.js';

const functionNames = [receiverFunction, controllerFunction('*'), workerFunction('*')];

/** By itself and with what may follow: the version of a function, the stream of a log group. */
const parts = (name: string): readonly string[] => [name, `${name}:*`];

const functions = functionNames
  .flatMap((name) => parts(`function:${name}`))
  .map((name) => anywhere('lambda', name));

/**
 * What plancc consists of in an account, with all its environments, but for its stores. What CloudFormation itself names in the
 * stack of a plan, `plancc-dev--shop-Nightly-1A2B3C`, must be none of it, whatever the plan is called.
 */
export const frameworkArns: readonly string[] = [
  ...[`role${ownPath}*`, `policy${ownPath}*`].map((name) => anywhere('iam', name)),
  // The policies for people have no path: whoever changed one would have what its holders have.
  ...(['viewer', 'deployer', 'approver'] as const).map((who) =>
    anywhere('iam', `policy/${managedPolicy('*', '*', who)}`),
  ),
  ...functions,
  ...[`stateMachine:${driverMachine('*')}`, `execution:${driverMachine('*')}:*`].map((name) =>
    anywhere('states', name),
  ),
  ...[accountStack, environmentStack('*')].map((name) => anywhere('cloudformation', `stack/${name}/*`)),
  ...[notificationsQueue, defaultRunner('*')]
    .flatMap((name) => [name, deadQueue(name)])
    .map((name) => anywhere('sqs', name)),
  anywhere('sns', approvalsTopic),
  anywhere('ecs', `*/${cluster}`),
  anywhere('ecs', `*/${cluster}/*`),
  anywhere('ecs', `task-definition/${defaultRunner('*')}:*`),
  ...[`${accountStack}-ExecutionsEnded`, `${environmentStack('*')}-Sweep`].map((name) =>
    anywhere('events', `rule/${name}-*`),
  ),
  ...functionNames
    .flatMap((name) => parts(`log-group:/aws/lambda/${name}`))
    .map((name) => anywhere('logs', name)),
  ...[deadNotifications, receiverErrors, driverFailures('*'), sweepFailures('*'), deadJobs('*')].map((name) =>
    anywhere('cloudwatch', `alarm:${name}`),
  ),
];

/**
 * What brings messages of a queue to a function has an ARN that says nothing of either: whoever gave the receiver another
 * queue could tell it that anybody has put anything.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
 */
export const noMappings: Statement = deny(
  ['lambda:CreateEventSourceMapping', 'lambda:UpdateEventSourceMapping', 'lambda:DeleteEventSourceMapping'],
  '*',
  { ArnLike: { 'lambda:FunctionArn': functions } },
);
