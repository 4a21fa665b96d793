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
import { arn, iamArn, ownPath } from '../arns.js';

/** What plancc consists of in an account and region, with all its environments, but for its store. */
export const frameworkArns: readonly string[] = [
  // The policies for people have no path: whoever changed one would have what its holders have.
  ...[`role${ownPath}*`, 'policy/plancc-*'].map(iamArn),
  ...[receiverFunction, controllerFunction('*'), workerFunction('*')].map((name) =>
    arn('lambda', `function:${name}*`),
  ),
  ...[`stateMachine:${driverMachine('*')}`, `execution:${driverMachine('*')}:*`].map((name) =>
    arn('states', name),
  ),
  ...[accountStack, environmentStack('*')].map((name) => arn('cloudformation', `stack/${name}/*`)),
  ...[`${notificationsQueue}*`, `${defaultRunner('*')}*`].map((name) => arn('sqs', name)),
  arn('sns', approvalsTopic),
  arn('ecs', `*/${cluster}`),
  arn('ecs', `*/${cluster}/*`),
  arn('ecs', `task-definition/${defaultRunner('*')}:*`),
  arn('events', 'rule/plancc-*'),
  arn('logs', 'log-group:/aws/lambda/plancc-*'),
  arn('cloudwatch', 'alarm:plancc-*'),
];
