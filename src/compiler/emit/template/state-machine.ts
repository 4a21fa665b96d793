import { planIds } from '../../../cloudformation/logical-id.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { definitionString } from './definition.js';

/** As long as Step Functions itself keeps the history of an execution. */
export const retentionDays = 90;

/** The plan's state machine and its log group. The machine is made after the resources of `after`. */
export const stateMachine = (
  definition: string,
  substitutions: { readonly [name: string]: Json },
  after: readonly string[],
  tags: Json,
): JsonObject => ({
  [planIds.stateMachine]: {
    Type: 'AWS::StepFunctions::StateMachine',
    ...(after.length > 0 && { DependsOn: after }),
    Properties: {
      StateMachineType: 'STANDARD',
      RoleArn: { 'Fn::GetAtt': [planIds.role, 'Arn'] },
      DefinitionString: definitionString(definition, substitutions),
      LoggingConfiguration: {
        Level: 'ERROR',
        // What executions work on may be confidential; their history is there for those who may read it.
        IncludeExecutionData: false,
        Destinations: [
          { CloudWatchLogsLogGroup: { LogGroupArn: { 'Fn::GetAtt': [planIds.logGroup, 'Arn'] } } },
        ],
      },
      TracingConfiguration: { Enabled: true },
      Tags: tags,
    },
  },
  [planIds.logGroup]: {
    Type: 'AWS::Logs::LogGroup',
    Properties: {
      // With this prefix the log group needs no room in the resource policy that all log groups share:
      // https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html
      LogGroupName: { 'Fn::Sub': '/aws/vendedlogs/states/${AWS::StackName}' },
      RetentionInDays: retentionDays,
      Tags: tags,
    },
  },
});
