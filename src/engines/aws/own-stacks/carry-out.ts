import type { StackRequest } from '../../../ports/stacks.js';
import { reconcile } from '../stacks/index.js';
import { type Means, untilEnded } from './own-stack.js';
import { eventReader, type StackNews } from './stack-news.js';

/** Makes a stack so, and tells of each of its resources; undefined when that is done, else why it is not. */
export async function carryOut(
  request: StackRequest,
  means: Means,
  tell: (news: StackNews) => void,
): Promise<string | undefined> {
  const read = await eventReader(means.client, request.name);
  const result = await untilEnded(means, async () => {
    const value = await reconcile(request, means);
    const news = await read();
    news.forEach(tell);
    return { isEnd: value.status !== 'in progress', isNews: news.length > 0, value };
  });
  return result.status === 'failed' ? result.reason : undefined;
}
