import type { CancelUpdateStackCommandInput } from '@aws-sdk/client-cloudformation';
import type { Client } from '../../src/engines/aws/stacks/client.js';
import { fault, invalid, type Model } from './model.js';

/** A client whose requests the model answers. Time passes with every request. */
export function clientOf(model: Model) {
  const known = answers(model);
  const send = async (command: { readonly input: object }): Promise<object> => {
    model.tick();
    const answer = known[command.constructor.name];
    if (answer === undefined) throw new Error(`the model knows no ${command.constructor.name}`);
    return answer(command.input as never);
  };
  return { send } as unknown as Client;
}

const answers = (model: Model): { readonly [command: string]: (input: never) => object } => ({
  DescribeStacksCommand: () => {
    const { id, status, isProtected, changeSetId, template } = model.there();
    const Outputs = template === undefined ? [] : [{ OutputKey: 'Url', OutputValue: template }];
    return {
      Stacks: [
        {
          StackId: id,
          StackName: 'shop',
          StackStatus: status,
          EnableTerminationProtection: isProtected,
          ChangeSetId: changeSetId,
          Outputs,
        },
      ],
    };
  },
  DescribeStackEventsCommand: () => ({ StackEvents: [...model.there().events] }),
  DescribeEventsCommand: () => ({ OperationEvents: [] }),
  DescribeChangeSetCommand: ({ ChangeSetName }: { ChangeSetName: string }) => {
    const { id, status, execution, reason } = model.changeSetOf(ChangeSetName);
    const change = { Action: 'Add', LogicalResourceId: 'Queue', ResourceType: 'AWS::SQS::Queue' };
    return {
      ChangeSetId: id,
      Status: status,
      ExecutionStatus: execution,
      StatusReason: reason,
      Changes: [{ Type: 'Resource', ResourceChange: change }],
    };
  },
  CreateChangeSetCommand: model.createChangeSet,
  DeleteChangeSetCommand: ({ ChangeSetName }: { ChangeSetName: string }) => {
    model.there().changeSets.delete(ChangeSetName);
    return {};
  },
  ExecuteChangeSetCommand: (input: {
    ChangeSetName: string;
    ClientRequestToken?: string;
    DisableRollback?: boolean;
  }) => {
    const set = model.changeSetOf(input.ChangeSetName);
    if (set.execution !== 'AVAILABLE')
      throw fault('InvalidChangeSetStatusException', `ChangeSet cannot be executed: ${set.execution}`);
    if (model.there().status !== 'REVIEW_IN_PROGRESS') model.still();
    const isHalf = /^(CREATE|UPDATE)_FAILED$/.test(model.there().status);
    if (isHalf && input.DisableRollback !== true)
      throw invalid(
        'This stack is currently in a non-terminal state. Please use the disable-rollback parameter',
      );
    model.execute(set, input.ClientRequestToken, input.DisableRollback === true);
    return {};
  },
  RollbackStackCommand: ({ ClientRequestToken }: { ClientRequestToken?: string }) => {
    if (!/^(CREATE|UPDATE)_FAILED$/.test(model.there().status)) throw invalid('it cannot be rolled back');
    model.rollBack(ClientRequestToken);
    return {};
  },
  CancelUpdateStackCommand: ({ ClientRequestToken }: CancelUpdateStackCommandInput) => {
    if (model.there().status !== 'UPDATE_IN_PROGRESS') throw invalid('it cannot be cancelled');
    for (const set of model.there().changeSets.values())
      if (set.id === model.there().changeSetId) set.execution = 'EXECUTE_FAILED';
    model.rollBack(ClientRequestToken);
    return {};
  },
  DeleteStackCommand: ({ ClientRequestToken }: { ClientRequestToken?: string }) =>
    model.deleteStack(ClientRequestToken),
  UpdateTerminationProtectionCommand: ({
    EnableTerminationProtection,
  }: {
    EnableTerminationProtection: boolean;
  }) => {
    model.there().isProtected = EnableTerminationProtection;
    return {};
  },
  SetStackPolicyCommand: ({ StackPolicyBody }: { StackPolicyBody: string }) => {
    model.there().policy = StackPolicyBody;
    return {};
  },
});
