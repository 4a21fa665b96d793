import {
  accountStack,
  approvalsTopic,
  cluster,
  controllerFunction,
  defaultRunner,
  driverMachine,
  environmentStack,
  notificationsQueue,
  receiverFunction,
  workerFunction,
} from '../../engines/aws/names.js';
import { anywhere, ownPath } from '../arns.js';
import { deny, type Statement } from '../policy.js';

const functions = [receiverFunction, controllerFunction('*'), workerFunction('*')].map((name) =>
  anywhere('lambda', `function:${name}*`),
);

/** What plancc consists of in an account, with all its environments, but for its stores. */
export const frameworkArns: readonly string[] = [
  // The policies for people have no path: whoever changed one would have what its holders have.
  ...[`role${ownPath}*`, 'policy/plancc-*'].map((name) => anywhere('iam', name)),
  ...functions,
  ...[`stateMachine:${driverMachine('*')}`, `execution:${driverMachine('*')}:*`].map((name) =>
    anywhere('states', name),
  ),
  ...[accountStack, environmentStack('*')].map((name) => anywhere('cloudformation', `stack/${name}/*`)),
  ...[`${notificationsQueue}*`, `${defaultRunner('*')}*`].map((name) => anywhere('sqs', name)),
  anywhere('sns', approvalsTopic),
  anywhere('ecs', `*/${cluster}`),
  anywhere('ecs', `*/${cluster}/*`),
  anywhere('ecs', `task-definition/${defaultRunner('*')}:*`),
  anywhere('events', 'rule/plancc-*'),
  anywhere('logs', 'log-group:/aws/lambda/plancc-*'),
  anywhere('cloudwatch', 'alarm:plancc-*'),
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
