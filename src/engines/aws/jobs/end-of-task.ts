import { DescribeTasksCommand, type ECSClient, type Task } from '@aws-sdk/client-ecs';

/** How a task has ended. */
export interface EndOfTask {
  /** Whether another one would not end in the same way: somebody stopped it, or AWS needed its machine. */
  readonly isChance: boolean;
  readonly reason: string;
}

/** How a task of a cluster has ended, by its ARN; undefined while it has not. */
export async function endOfTask(
  client: Pick<ECSClient, 'send'>,
  cluster: string,
  arn: string,
): Promise<EndOfTask | undefined> {
  const { tasks = [] } = await client.send(new DescribeTasksCommand({ cluster, tasks: [arn] }));
  // One that has ended is known for an hour or so, one that was just started perhaps not yet.
  const [task] = tasks;
  if (task?.lastStatus !== 'STOPPED') return undefined;
  const isFault = task.stopCode === 'TaskFailedToStart' || task.stopCode === 'EssentialContainerExited';
  return { isChance: !isFault, reason: reasonOf(task) };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html */
function reasonOf({ stoppedReason = 'its task has ended', containers = [] }: Task): string {
  const others = containers.flatMap(({ name, reason, exitCode }) => {
    const code = exitCode === undefined || exitCode === 0 ? undefined : `exited with code ${exitCode}`;
    const how = reason ?? code;
    return how === undefined || stoppedReason.includes(how) ? [] : [`container \`${name}\`: ${how}`];
  });
  return [stoppedReason, ...others].join('; ');
}
