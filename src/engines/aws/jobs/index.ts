import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { createDocument } from '../../../environment/documents.js';
import type { Jobs } from '../../../ports/jobs.js';
import { hostFor, type Starting } from './host-for.js';
import { keyOfJob } from './notes.js';
import { type DefaultRunner, keyOfRunner, type StoredJob, settingsOf } from './runner-record.js';

export interface JobsWorld extends Starting {
  readonly sqs: Pick<SQSClient, 'send'>;
  readonly runner: DefaultRunner;
}

/** Puts jobs into the store, tells their runners by a queue, and sees that these have a host. */
export const createJobs = (world: JobsWorld): Jobs => ({
  submit: async (job) => {
    const settings = settingsOf(job, world.runner);
    const key = keyOfJob(job);
    const runnerKey = keyOfRunner(job, settings);
    await createDocument<StoredJob>(world.store, key, { ...job, runnerKey });
    try {
      await world.sqs.send(new SendMessageCommand({ QueueUrl: settings.Queue, MessageBody: key }));
      await hostFor(world, runnerKey, settings);
    } catch (error) {
      // The state hears of it now, and of the job no more.
      await world.store.delete(key);
      throw error;
    }
  },
});
