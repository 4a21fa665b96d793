import { type App, CfnOutput, Fn, type Stack } from 'aws-cdk-lib';
import { variables } from '../../engines/aws/functions/variables.js';
import {
  approvalsTopic,
  cluster,
  controllerFunction,
  frameworkKey,
  workerFunction,
} from '../../engines/aws/names.js';
import { arn, storeName } from '../arns.js';
import { createLogGroup } from '../logs.js';
import { createStack } from '../stack.js';
import { createAlarms } from './alarms.js';
import { createBoundary } from './boundary.js';
import { createControllerRole } from './controller-role.js';
import { createController, createWorker } from './functions.js';
import { createFunctionsPolicy } from './functions-policy.js';
import { createMachine } from './machine.js';
import { createManagedPolicies } from './managed-policies.js';
import { driverArn, environment, workerArn } from './own.js';
import { createParameters } from './parameters.js';
import { createRunner } from './runner.js';
import { createSchedule } from './schedule.js';
import { createStackRole } from './stack-role.js';
import { createWorkerRole } from './worker-role.js';

/** What one environment consists of, beside what all share. */
export function createEnvironmentStack(app: App): Stack {
  const stack = createStack(app, 'environment', 'plancc: an environment');
  const parameters = createParameters(stack);
  const logs = (id: string, name: string) =>
    createLogGroup(stack, id, Fn.sub(`/aws/lambda/${name}`), parameters.logDays);
  const boundary = createBoundary(stack);
  const stackRole = createStackRole(stack, parameters);
  const runner = createRunner(stack, parameters, boundary);
  const common = createFunctionsPolicy(stack, stackRole, runner);
  const controllerLogs = logs('ControllerLogs', controllerFunction(environment));
  const workerLogs = logs('WorkerLogs', workerFunction(environment));
  const workerRole = createWorkerRole(stack, { stackRole, common, logGroup: workerLogs });
  const world = {
    [variables.environment]: Fn.ref('Environment'),
    [variables.store]: storeName,
    [variables.driver]: driverArn,
    [variables.worker]: workerArn,
    [variables.workerRole]: workerRole.attrArn,
    [variables.permissionsBoundary]: boundary.ref,
    [variables.stackRole]: stackRole.attrArn,
    [variables.topic]: arn('sns', approvalsTopic),
    [variables.cluster]: cluster,
    [variables.runnerQueue]: runner.queue.ref,
    [variables.runnerTask]: runner.task.ref,
    [variables.subnets]: parameters.subnets.valueAsString,
    [variables.securityGroups]: parameters.securityGroups.valueAsString,
    [variables.assignPublicIp]: parameters.assignPublicIp.valueAsString,
    [variables.runnerProgram]: Fn.sub(frameworkKey('${Code}', 'runner.cjs')),
  };
  const controllerRole = createControllerRole(stack, { stackRole, common, logGroup: controllerLogs });
  const controller = createController(stack, {
    variables: world,
    role: controllerRole,
    logGroup: controllerLogs,
  });
  createWorker(stack, { variables: world, role: workerRole, logGroup: workerLogs });
  const driver = createMachine(stack, parameters, controller);
  createSchedule(stack, controller);
  createManagedPolicies(stack);
  createAlarms(stack, controller, driver, runner.dead);
  new CfnOutput(stack, 'StackRoleArn', { value: stackRole.attrArn });
  return stack;
}
