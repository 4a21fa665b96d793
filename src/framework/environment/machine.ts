import { Fn, type Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { logsAndTraces } from '../../compiler/emit/template/role.js';
import { controllerFunction, driverMachine } from '../../engines/aws/names.js';
import { deployingMachine } from '../../environment/controller/machine.js';
import { ownPath } from '../arns.js';
import { createLogGroup } from '../logs.js';
import { allow, assumedBy, ofThisAccount, policy } from '../policy.js';
import { environment, tags } from './own.js';
import type { Parameters } from './parameters.js';

const controller = `arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:${controllerFunction(environment)}`;
const definition = deployingMachine(controller, '${AWS::Partition}');

/** The state machine that drives deployments. It may call the controller, and nothing else. */
export function createMachine(
  stack: Stack,
  { logDays }: Parameters,
  { attrArn }: CfnFunction,
): CfnStateMachine {
  const name = Fn.sub(`/aws/vendedlogs/states/${driverMachine(environment)}`);
  const logGroup = createLogGroup(stack, 'DeployingLogs', name, logDays);
  const role = new CfnRole(stack, 'DeployingRole', {
    path: ownPath,
    assumeRolePolicyDocument: assumedBy('states.amazonaws.com', ofThisAccount),
    policies: [
      {
        policyName: 'Deploying',
        policyDocument: policy(
          allow('lambda:InvokeFunction', attrArn),
          ...logsAndTraces.map(({ actions, resources }) => allow(actions, resources as readonly string[])),
        ),
      },
    ],
  });
  return new CfnStateMachine(stack, 'Deploying', {
    stateMachineName: Fn.sub(driverMachine(environment)),
    definitionString: Fn.sub(JSON.stringify(definition)),
    roleArn: role.attrArn,
    tracingConfiguration: { enabled: true },
    loggingConfiguration: {
      level: 'ERROR',
      includeExecutionData: false,
      destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: logGroup.attrArn } }],
    },
    tags,
  });
}
