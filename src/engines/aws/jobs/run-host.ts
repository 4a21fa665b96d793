import { randomUUID } from 'node:crypto';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { readDocument } from '../../../environment/documents.js';
import {
  type JobHost,
  type Runner,
  usualIdleTimeout,
  usualMaxConcurrency,
} from '../../../environment/jobs/job-host.js';
import { runJobs } from '../../../environment/jobs/run-jobs.js';
import { secondsIn } from '../../../language/duration.js';
import type { Ports } from '../../../ports/index.js';
import type { RunnerSettings } from '../../../ports/jobs.js';
import { hold } from './hold.js';
import { messagesOf } from './messages.js';
import { createQueue } from './queue.js';
import type { RunnerRecord } from './runner-record.js';

export interface HostWorld extends Pick<Ports, 'assemblies' | 'clock' | 'store' | 'values'> {
  readonly orchestrator: JobHost['orchestrator'];
  readonly sqs: Pick<SQSClient, 'send'>;
  readonly environment: string;
  /** Seconds that jobs and their runner are this host's; it prolongs them. */
  readonly lease: number;
  /** Milliseconds between two heartbeats, and between two pieces of a log. */
  readonly heartbeat: number;
  readonly logged: number;
  readonly print?: (line: string) => void;
  /** Environment variables of jobs, beside those that a container has when it starts. */
  readonly variables: Runner['variables'];
}

/** The longest that SQS waits: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html */
const longestPoll = 20;

/**
 * Does the jobs of a runner, given by its key in the store, until there have been none for a while or the signal is aborted;
 * at once when another host does them.
 */
export async function runHost(world: HostWorld, key: string, signal: AbortSignal): Promise<void> {
  const { clock, environment, lease, sqs, store } = world;
  const record = await readDocument<RunnerRecord>(store, key);
  if (record === undefined) return;
  const runner = { ...runnerOf(record.settings), variables: world.variables };
  const host = randomUUID();
  const queue = createQueue({
    ...{ clock, store, environment, host, lease },
    messages: messagesOf(sqs, record.settings.Queue, lease),
    isOurs: ({ runnerKey }) => runnerKey === key,
    patience: Math.max(1, Math.min(longestPoll, Math.floor(secondsIn(runner.idleTimeout)))),
  });
  try {
    do {
      const held = await hold(world, key, host, lease * 1000);
      if (held === undefined) return;
      const until = AbortSignal.any([signal, held.lost]);
      // Who hears that its job was lost and tries again finds no host that takes no more.
      signal.addEventListener('abort', () => held.release().catch(() => {}), { once: true });
      try {
        await runJobs(
          { ...world, runner, queue, workplace: async () => ({ ports: world, path: [] }) },
          until,
        );
      } finally {
        await held.release();
      }
      // Who puts a job into the queue before the release sees this host, and after it none.
    } while (!signal.aborted && (await queue.hasMore(signal)));
  } finally {
    await queue.leave();
  }
}

const runnerOf = ({
  Name,
  Startup,
  IdleTimeout,
  MaxConcurrency,
}: RunnerSettings): Omit<Runner, 'variables'> => ({
  name: Name,
  startup: Startup ?? [],
  idleTimeout: IdleTimeout ?? usualIdleTimeout,
  maxConcurrency: MaxConcurrency ?? usualMaxConcurrency,
});
