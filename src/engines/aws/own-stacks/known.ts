import { DescribeStacksCommand, GetTemplateCommand, type Stack } from '@aws-sdk/client-cloudformation';
import { isNamed } from '../error-name.js';
import type { Client } from '../stacks/client.js';
import { conditions } from '../stacks/conditions.js';

/** What CloudFormation knows of a stack; undefined when there is none. */
export async function stackNamed(client: Client, name: string): Promise<Stack | undefined> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks[0]?.StackStatus === 'DELETE_COMPLETE' ? undefined : Stacks[0];
  } catch (error) {
    if (isNamed(error, 'ValidationError') && / does not exist/.test((error as Error).message))
      return undefined;
    throw error;
  }
}

/** The same, but for a stack in which there is nothing: none yet, or none any more since its creation failed. */
export async function madeStack(client: Client, name: string): Promise<Stack | undefined> {
  const found = await stackNamed(client, name);
  const condition = found && conditions[found.StackStatus!];
  return condition === 'empty' || condition === 'never made' ? undefined : found;
}

/** All stacks there are. */
export async function allStacks(client: Client): Promise<readonly Stack[]> {
  const found: Stack[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new DescribeStacksCommand({ NextToken }));
    found.push(...(page.Stacks ?? []).filter(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE'));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return found;
}

/** The text of the template that a stack was last made from. */
export async function templateOf(client: Client, name: string): Promise<string> {
  const { TemplateBody = '' } = await client.send(
    new GetTemplateCommand({ StackName: name, TemplateStage: 'Original' }),
  );
  return TemplateBody;
}

/** Values of the parameters of a stack. */
export const parametersOf = ({ Parameters = [] }: Stack): { readonly [name: string]: string } =>
  Object.fromEntries(
    Parameters.map(({ ParameterKey, ParameterValue = '' }) => [ParameterKey!, ParameterValue]),
  );
