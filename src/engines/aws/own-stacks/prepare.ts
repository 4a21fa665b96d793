import type { StackChange, WholeRequest } from '../../../ports/stacks.js';
import { act, createChangeSet } from '../stacks/act.js';
import { changesOf } from '../stacks/changes.js';
import { look } from '../stacks/look.js';
import { next } from '../stacks/next.js';
import { refused } from '../stacks/refused.js';
import { stuckIn } from '../stacks/stuck.js';
import { madeStack, parametersOf, templateOf } from './known.js';
import { largestText, type Means, type OwnStack, untilEnded } from './own-stack.js';

/** What making a stack so would do. */
export type Prepared =
  | {
      readonly status: 'ready';
      readonly request: WholeRequest;
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
  const { client } = means;
  const found = await madeStack(client, own.name);
  const request = requestFor(own, found && parametersOf(found), token);
  const before = found && (await templateOf(client, own.name));
  const prepared = await untilEnded(means, async () => {
    const value = await approach(own, request, before, means);
    return { isEnd: value !== undefined, isNews: false, value };
  });
  return prepared!;
}

/** Takes the next step towards a change set; undefined as long as there is none. */
async function approach(
  own: OwnStack,
  request: WholeRequest,
  before: string | undefined,
  means: Means,
): Promise<Prepared | undefined> {
  const { client } = means;
  const seen = await look(client, request);
  const step = next(seen, request);
  switch (step) {
    case 'ExecuteChangeSet': {
      const changes = await changesOf(client, own.name, seen);
      return { status: 'ready', request, changes, before };
    }
    case 'done unchanged':
      await act('DeleteChangeSet', request, means);
      return { status: 'same' };
    case 'failed changes':
      await act('DeleteChangeSet', request, means);
      return { status: 'failed', reason: seen.reason || 'CloudFormation gives no reason' };
    case 'failed stuck':
      return { status: 'failed', reason: stuckIn(own.name, seen.stack!.status) };
    case 'wait':
      return undefined;
    case 'CreateChangeSet CREATE':
    case 'CreateChangeSet UPDATE':
      return creating(givenFor(own, means).then((given) => createChangeSet(client, step, request, given)));
    case 'DeleteChangeSet':
    case 'DeleteStack':
    case 'RollbackStack':
      await act(step, request, means);
      return undefined;
    default:
      throw new Error(`${step} of ${own.name}, of which nothing was carried out`);
  }
}

/** What is wrong with the request itself, CloudFormation says at once. */
async function creating(created: Promise<void>): Promise<Prepared | undefined> {
  try {
    await created;
    return undefined;
  } catch (error) {
    const result = refused(error);
    if (result.status !== 'failed') return undefined;
    return /no updates are to be performed/i.test(result.reason) ? { status: 'same' } : result;
  }
}

/** The parameters that the template still has keep their values. */
function requestFor(
  { name, template, parameters }: OwnStack,
  before: { readonly [name: string]: string } = {},
  token: string,
): WholeRequest {
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

/** What the change set of a stack of plancc itself has beside its request. */
async function givenFor({ template, takesOver }: OwnStack, { putTemplate }: Means) {
  return {
    ...(Buffer.byteLength(template) > largestText
      ? { TemplateURL: await putTemplate(template) }
      : { TemplateBody: template }),
    // Those that somebody has given it stay.
    Tags: undefined,
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-automatically.html
    ...(takesOver && { ImportExistingResources: true }),
  };
}
