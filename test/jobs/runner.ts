import { systemClock } from '../../src/engines/system-clock.js';
import { createDocument } from '../../src/environment/documents.js';
import type { JobHost, Progress, Runner } from '../../src/environment/jobs/job-host.js';
import { runJobs } from '../../src/environment/jobs/run-jobs.js';
import { deploymentKey, logsPrefix } from '../../src/environment/keys.js';
import type { Deployment } from '../../src/environment/records.js';
import type { Ports } from '../../src/ports/index.js';
import type { Job } from '../../src/ports/jobs.js';
import type { Answer } from '../../src/ports/orchestrator.js';
import type { JsonObject } from '../../src/source/document.js';
import { memoryStore } from '../store/memory-store.js';
import { aJob, deployment, ship } from './shipped.js';

export interface Given {
  /** Of the distribution. */
  readonly files?: { readonly [path: string]: string };
  readonly runner?: Partial<Runner>;
  /** By parameter. */
  readonly secrets?: { readonly [name: string]: string };
  readonly assemblies?: Ports['assemblies'];
  readonly path?: readonly string[];
}

/** A runner of this process with a queue, an orchestrator and a store in memory. */
export async function newRunner({
  files = {},
  runner = {},
  secrets = {},
  assemblies,
  path = [],
}: Given = {}) {
  const store = memoryStore();
  const distribution = await ship(store, files);
  const sources = Object.fromEntries(Object.keys(secrets).map((name) => [name, { Ssm: name }]));
  const record: Deployment = {
    ...{ deployment, environment: 'test', ...distribution, action: 'deploy', status: 'running' },
    ...{ requested: { by: 'tester', at: '2026-11-23T12:00:00Z' }, retries: 0, decisions: [] },
    secrets: sources,
  };
  await createDocument(store, deploymentKey('test', 'shop', deployment), record);

  const queued = new Map<string, { readonly job: Job; progress?: Progress }>();
  const given = new Set<string>();
  const tokens = new Set<string>();
  const answers = new Map<string, Answer>();
  const heard: string[] = [];
  const ports = {
    assemblies,
    clock: systemClock,
    store,
    values: { ssm: async (name: string) => secrets[name] },
    orchestrator: {
      heartbeat: async (token: string) => {
        heard.push(token);
        return tokens.has(token);
      },
      answer: async (token: string, answer: Answer) => {
        if (!tokens.delete(token)) return false;
        answers.set(token, answer);
        return true;
      },
    },
  } as unknown as Ports;
  const host: JobHost = {
    ...ports,
    runner: { name: 'tools', startup: [], variables: {}, idleTimeout: '0.1s', maxConcurrency: 4, ...runner },
    workplace: async () => ({ ports, path }),
    heartbeat: 50,
    logged: 20,
    queue: {
      receive: async () => {
        const fresh = [...queued.values()].filter(({ job }) => !given.has(job.id));
        for (const { job } of fresh) given.add(job.id);
        if (fresh.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        return fresh;
      },
      note: async (job, progress) => {
        queued.set(job.id, { job, progress });
        return true;
      },
      remove: async ({ id }) => void queued.delete(id),
    },
  };
  const submit = (properties: JsonObject, more: Partial<Job> = {}): string => {
    const job = aJob(distribution, properties, more);
    tokens.add(job.token);
    queued.set(job.id, { job });
    return job.token;
  };
  const logs = async (): Promise<string> => {
    const keys = await store.list(logsPrefix('test', 'shop', deployment));
    const pieces = await Promise.all(keys.map(async (key) => (await store.get(key))!.body.toString()));
    return pieces.join('');
  };
  return {
    store,
    host,
    queued,
    tokens,
    answers,
    heard,
    submit,
    logs,
    run: (signal = new AbortController().signal) => {
      given.clear();
      return runJobs(host, signal);
    },
    /** Does one job and gives what its state is told. */
    perform: async (properties: JsonObject, more: Partial<Job> = {}): Promise<Answer> => {
      const token = submit(properties, more);
      const ending = new AbortController();
      given.clear();
      const running = runJobs(host, ending.signal);
      while (!answers.has(token)) await new Promise((resolve) => setTimeout(resolve, 5));
      ending.abort();
      await running;
      return answers.get(token)!;
    },
  };
}
