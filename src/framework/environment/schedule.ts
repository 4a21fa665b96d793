import type { Stack } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { type CfnFunction, CfnPermission } from 'aws-cdk-lib/aws-lambda';
import type { ControllerEvent } from '../../engines/aws/functions/events.js';

const sweep: ControllerEvent = { sweep: true };

/** Lets the controller look after everything that stands still. */
export function createSchedule(stack: Stack, controller: CfnFunction): void {
  const rule = new CfnRule(stack, 'Sweep', {
    description: 'Lets plancc go on with deployments of which something was lost',
    scheduleExpression: 'rate(1 minute)',
    targets: [{ id: 'Controller', arn: controller.attrArn, input: JSON.stringify(sweep) }],
  });
  new CfnPermission(stack, 'SweepPermission', {
    action: 'lambda:InvokeFunction',
    functionName: controller.ref,
    principal: 'events.amazonaws.com',
    sourceArn: rule.attrArn,
  });
}
