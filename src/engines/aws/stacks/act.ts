import {
  CancelUpdateStackCommand,
  type Capability,
  CreateChangeSetCommand,
  type CreateChangeSetCommandInput,
  DeleteChangeSetCommand,
  DeleteStackCommand,
  ExecuteChangeSetCommand,
  RollbackStackCommand,
  SetStackPolicyCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { type StackRequest, withTemplate } from '../../../ports/stacks.js';
import type { Client } from './client.js';
import { changeSetName } from './look.js';
import type { Step } from './next.js';

/** Whom CloudFormation is asked by, and what it works with. */
export interface Means {
  readonly client: Client;
  /** ARN of the service role; the caller's own permissions count where there is none. */
  readonly roleArn?: string | undefined;
  /** Puts a template where CloudFormation finds it; gives its URL. */
  readonly putTemplate: (template: string) => Promise<string>;
}

/** Steps that change something, and after which CloudFormation has to be looked at again. */
type Act = Exclude<Step, 'wait' | `done${string}` | `failed${string}`>;

export async function act(step: Act, request: StackRequest, means: Means): Promise<void> {
  const { client, roleArn, putTemplate } = means;
  const { name: StackName, token, disableRollback } = request;
  const changeSet = { StackName, ChangeSetName: changeSetName(token) };
  switch (step) {
    case 'CreateChangeSet CREATE':
    case 'CreateChangeSet UPDATE': {
      const { template } = await withTemplate(request);
      const TemplateURL = await putTemplate(template!);
      return createChangeSet(client, step, request, { TemplateURL, RoleARN: roleArn });
    }
    case 'ExecuteChangeSet': {
      const how = { ClientRequestToken: token, ...(disableRollback && { DisableRollback: true }) };
      await client.send(new ExecuteChangeSetCommand({ ...changeSet, ...how }));
      return;
    }
    case 'DeleteChangeSet':
      await client.send(new DeleteChangeSetCommand(changeSet));
      return;
    case 'RollbackStack':
      await client.send(
        new RollbackStackCommand({ StackName, RoleARN: roleArn, ClientRequestToken: `${token}-back` }),
      );
      return;
    case 'CancelUpdateStack':
      await client.send(new CancelUpdateStackCommand({ StackName, ClientRequestToken: `${token}-cancel` }));
      return;
    case 'DeleteStack unprotected':
      await protect(client, StackName, false);
      return deleteStack(client, StackName, token, roleArn);
    case 'DeleteStack':
      return deleteStack(client, StackName, token, roleArn);
  }
}

/** `given` is what does not follow from the request: where the template is, and as whom it is carried out. */
export async function createChangeSet(
  client: Client,
  step: Extract<Act, `CreateChangeSet ${string}`>,
  { name, parameters, tags, capabilities, token }: StackRequest,
  given: Partial<CreateChangeSetCommandInput>,
): Promise<void> {
  const command = new CreateChangeSetCommand({
    StackName: name,
    ChangeSetName: changeSetName(token),
    ChangeSetType: step === 'CreateChangeSet CREATE' ? 'CREATE' : 'UPDATE',
    Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    Capabilities: capabilities as Capability[],
    ...given,
  });
  await client.send(command);
}

/** What a change set does not hold: the protection where something is said of it, and the stack policy. */
export async function settle(
  client: Client,
  { name, terminationProtection, stackPolicy }: StackRequest,
  isProtected: boolean,
): Promise<void> {
  if (terminationProtection !== undefined && terminationProtection !== isProtected)
    await protect(client, name, terminationProtection);
  if (stackPolicy !== undefined) {
    const body = JSON.stringify(stackPolicy);
    await client.send(new SetStackPolicyCommand({ StackName: name, StackPolicyBody: body }));
  }
}

async function protect(client: Client, StackName: string, isProtected: boolean): Promise<void> {
  const command = new UpdateTerminationProtectionCommand({
    StackName,
    EnableTerminationProtection: isProtected,
  });
  await client.send(command);
}

async function deleteStack(
  client: Client,
  StackName: string,
  token: string,
  roleArn: string | undefined,
): Promise<void> {
  await client.send(new DeleteStackCommand({ StackName, RoleARN: roleArn, ClientRequestToken: token }));
}
