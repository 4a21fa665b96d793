import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { HostWorld } from '../../../src/engines/aws/jobs/run-host.js';
import { createStore } from '../../../src/engines/local/store/index.js';
import { systemClock } from '../../../src/engines/system-clock.js';
import type { Answer, Orchestrator } from '../../../src/ports/orchestrator.js';

/** Task tokens as files, which processes share: who renames a token is the one that answers it. */
export function tokensIn(folder: string) {
  const waiting = join(folder, 'waiting');
  const answered = join(folder, 'answered');
  for (const one of [waiting, answered]) mkdirSync(one, { recursive: true });
  const orchestrator: Pick<Orchestrator, 'answer' | 'heartbeat'> = {
    heartbeat: async (token) => existsSync(join(waiting, token)),
    answer: async (token, answer) => {
      try {
        renameSync(join(waiting, token), join(answered, `${token}.taken`));
      } catch {
        return false;
      }
      writeFileSync(join(answered, token), JSON.stringify(answer));
      return true;
    },
  };
  return {
    orchestrator,
    open: (token: string) => writeFileSync(join(waiting, token), ''),
    answerOf: (token: string): Answer | undefined =>
      existsSync(join(answered, token)) ? JSON.parse(readFileSync(join(answered, token), 'utf8')) : undefined,
  };
}

/** The world of a host, with a store and tokens in folders, and SQS where the environment says. */
export const worldIn = (folder: string): HostWorld => ({
  assemblies: {
    deploy: async () => {
      throw new Error('nobody deploys');
    },
  },
  values: {
    ssm: async () => undefined,
    secret: async () => undefined,
    invoke: async () => undefined,
    document: async () => undefined,
  },
  clock: systemClock,
  store: createStore(join(folder, 'store')),
  orchestrator: tokensIn(folder).orchestrator,
  sqs: new SQSClient({}),
  environment: 'test',
  variables: {},
  lease: 1,
  heartbeat: 200,
  logged: 50,
});
