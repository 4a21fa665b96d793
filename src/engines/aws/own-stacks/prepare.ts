import { setTimeout } from 'node:timers/promises';
import { type ChangeSetType, CreateChangeSetCommand } from '@aws-sdk/client-cloudformation';
import type { StackChange, StackRequest } from '../../../ports/stacks.js';
import { act } from '../stacks/act.js';
import { changesOf } from '../stacks/changes.js';
import { changeSetName, look } from '../stacks/look.js';
import { next } from '../stacks/next.js';
import { stuckIn } from '../stacks/stuck.js';
import { parametersOf, stackNamed, templateOf } from './known.js';
import { largestText, type Means, type OwnStack } from './own-stack.js';

/** What making a stack so would do. */
export type Prepared =
  | {
      readonly status: 'ready';
      readonly request: StackRequest;
      readonly changes: readonly StackChange[];
      /** The text of the template that it has now; undefined for a new one. */
      readonly before: string | undefined;
    }
  | { readonly status: 'same' }
  | { readonly status: 'failed'; readonly reason: string };

/**
 * Makes the change set that makes a stack so, and goes no further: whoever agrees to it carries it out. What an earlier
 * attempt is still doing is waited for, and what it has left of a stack that was never made is removed.
 */
export async function prepare(own: OwnStack, token: string, means: Means): Promise<Prepared> {
  const { client, signal, pauses } = means;
  const before = await stackNamed(client, own.name);
  const request = requestFor(own, before && parametersOf(before), token);
  for (let pause = pauses.least; ; pause = Math.min(pause * 1.3, pauses.most)) {
    const seen = await look(client, request);
    const step = next(seen, request);
    switch (step) {
      case 'CreateChangeSet CREATE':
        await createChangeSet('CREATE', own, request, means);
        break;
      case 'CreateChangeSet UPDATE':
        await createChangeSet('UPDATE', own, request, means);
        break;
      case 'ExecuteChangeSet':
        return {
          status: 'ready',
          request,
          changes: (await changesOf(client, own.name, seen.changeSetId)) ?? [],
          before: before && (await templateOf(client, own.name)),
        };
      case 'done unchanged':
        await act('DeleteChangeSet', request, { ...means, roleArn: undefined });
        return { status: 'same' };
      case 'failed changes':
        await act('DeleteChangeSet', request, { ...means, roleArn: undefined });
        return { status: 'failed', reason: seen.reason || 'CloudFormation gives no reason' };
      case 'failed stuck':
        return { status: 'failed', reason: stuckIn(own.name, seen.stack!.status) };
      case 'wait':
        await setTimeout(pause, undefined, { signal });
        break;
      case 'DeleteChangeSet':
      case 'DeleteStack':
      case 'RollbackStack':
        await act(step, request, { ...means, roleArn: undefined });
        break;
      default:
        throw new Error(`${step} of ${own.name}, of which nothing was carried out`);
    }
  }
}

/** The parameters that the template still has keep their values. */
function requestFor(
  { name, template, parameters }: OwnStack,
  before: { readonly [name: string]: string } = {},
  token: string,
): StackRequest {
  const known = Object.keys(JSON.parse(template).Parameters ?? {});
  const kept = Object.entries(before).filter(([parameter]) => known.includes(parameter));
  return {
    action: 'Deploy',
    name,
    template,
    parameters: { ...Object.fromEntries(kept), ...parameters },
    secret: [],
    tags: {},
    capabilities: ['CAPABILITY_NAMED_IAM'],
    disableRollback: false,
    token,
  };
}

async function createChangeSet(
  ChangeSetType: ChangeSetType,
  { name, template, takesOver }: OwnStack,
  { parameters, token }: StackRequest,
  { client, putTemplate }: Means,
): Promise<void> {
  const text =
    Buffer.byteLength(template) > largestText
      ? { TemplateURL: await putTemplate(template) }
      : { TemplateBody: template };
  const command = new CreateChangeSetCommand({
    StackName: name,
    ChangeSetName: changeSetName(token),
    ChangeSetType,
    ...text,
    Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-automatically.html
    ...(takesOver && { ImportExistingResources: true }),
  });
  await client.send(command);
}
