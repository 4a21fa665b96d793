import { DeleteStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { conditions } from '../stacks/conditions.js';
import { failureOf } from '../stacks/failure.js';
import { stackNamed } from '../stacks/look.js';
import { type Means, untilEnded } from './own-stack.js';
import { eventReader, type StackNews } from './stack-news.js';

/** Deletes a stack, and tells of each of its resources; undefined when it is gone, else why it is not. */
export async function remove(
  name: string,
  means: Means,
  tell: (news: StackNews) => void,
): Promise<string | undefined> {
  const { client } = means;
  const found = await stackNamed(client, name);
  if (found === undefined) return undefined;
  const id = found.StackId!;
  const read = await eventReader(client, id);
  await client.send(new DeleteStackCommand({ StackName: id }));
  const last = await untilEnded(means, async () => {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: id }));
    const news = await read();
    news.forEach(tell);
    const status = stack?.StackStatus ?? 'DELETE_COMPLETE';
    return { isEnd: conditions[status] !== 'busy', isNews: news.length > 0, value: stack };
  });
  return last === undefined || last.StackStatus === 'DELETE_COMPLETE' ? undefined : failureOf(client, last);
}
