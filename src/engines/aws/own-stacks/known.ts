import { DescribeStacksCommand, GetTemplateCommand, type Stack } from '@aws-sdk/client-cloudformation';
import type { Client } from '../stacks/client.js';
import { conditions } from '../stacks/conditions.js';
import { stackNamed } from '../stacks/look.js';

/** A stack in which there is something; undefined when there is nothing yet, or nothing any more since its creation failed. */
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
