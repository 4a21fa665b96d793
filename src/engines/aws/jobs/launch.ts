import { type ECSClient, RunTaskCommand, type RunTaskCommandInput } from '@aws-sdk/client-ecs';
import { authorsContainer } from '../../../cloudformation/runner-containers.js';
import type { RunnerSettings } from '../../../ports/jobs.js';
import { StatesError } from '../../../ports/states-error.js';
import { isPassing } from '../denied.js';
import { variables } from '../functions/variables.js';

/** Where the hosts of runners are started. */
export interface Place {
  /** Name of the ECS cluster. */
  readonly cluster: string;
  /** Of runners that name no subnets of their own. */
  readonly network: Pick<RunnerSettings, 'Subnets' | 'SecurityGroups' | 'AssignPublicIp'>;
}

/**
 * Starts the host of a runner; the same token again is the same host. Gives the ARN of its task, or undefined when there is no
 * room just now. Throws `JobFailed` when it cannot be started.
 */
export async function launch(
  client: Pick<ECSClient, 'send'>,
  place: Place,
  runner: { readonly key: string; readonly settings: RunnerSettings },
  token: string,
): Promise<string | undefined> {
  const { settings, key } = runner;
  const input: RunTaskCommandInput = {
    cluster: place.cluster,
    taskDefinition: settings.TaskDefinition,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: networkOf(settings, place) },
    overrides: {
      containerOverrides: [{ name: authorsContainer, environment: [{ name: variables.runner, value: key }] }],
    },
    clientToken: token,
  };
  try {
    const { tasks = [], failures = [] } = await client.send(new RunTaskCommand(input));
    const [task] = tasks;
    if (task?.taskArn !== undefined) return task.taskArn;
    const [{ reason = 'no reason', detail } = {}] = failures;
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
    if (/^(RESOURCE|AGENT|Capacity)/.test(reason)) return undefined;
    throw notStarted(settings, detail === undefined ? reason : `${reason}: ${detail}`);
  } catch (error) {
    if (error instanceof StatesError) throw error;
    if (passes(error)) return undefined;
    throw notStarted(settings, error instanceof Error ? error.message : String(error));
  }
}

function networkOf({ Name, ...own }: RunnerSettings, { network }: Place) {
  const {
    Subnets,
    SecurityGroups = [],
    AssignPublicIp,
  } = own.Subnets === undefined ? { ...network, ...own } : own;
  if (Subnets === undefined || Subnets.length === 0) {
    const help = `give it \`Subnets\` in the plan, or the environment some with \`plancc setup --subnets\``;
    throw new StatesError('JobFailed', `the runner \`${Name}\` has no subnets to run in: ${help}`);
  }
  return {
    subnets: [...Subnets],
    ...(SecurityGroups.length > 0 && { securityGroups: [...SecurityGroups] }),
    assignPublicIp: AssignPublicIp ?? 'DISABLED',
  };
}

/** What ECS says when it can do so later: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html#API_RunTask_Errors */
const passes = (error: unknown): boolean =>
  isPassing(error) ||
  (error instanceof Error && /capacity is unavailable|limit on the number of tasks/i.test(error.message));

/** What a state is told whose runner cannot be started. */
export const notStarted = ({ Name }: RunnerSettings, why: string): StatesError =>
  new StatesError('JobFailed', `the runner \`${Name}\` could not be started: ${why}`);
