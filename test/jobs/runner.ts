import { hash } from 'node:crypto';
import { distributionId, manifestBytes } from '../../src/distribution/manifest.js';
import { systemClock } from '../../src/engines/local/clock.js';
import type { JobHost, Progress, Runner } from '../../src/environment/jobs/job-host.js';
import { runJobs } from '../../src/environment/jobs/run-jobs.js';
import { blobKey, deploymentKey, logsPrefix, manifestKey } from '../../src/environment/keys.js';
import { planParts } from '../../src/language/plan-parts.js';
import type { Ports } from '../../src/ports/index.js';
import type { Job } from '../../src/ports/jobs.js';
import type { ObjectStore } from '../../src/ports/object-store.js';
import type { Answer } from '../../src/ports/orchestrator.js';
import type { JsonObject } from '../../src/source/document.js';
import { memoryStore } from '../store/memory-store.js';

export interface Given {
  /** Of the distribution. */
  readonly files?: { readonly [path: string]: string };
  readonly runner?: Partial<Runner>;
  /** By parameter. */
  readonly secrets?: { readonly [name: string]: string };
  readonly assemblies?: Ports['assemblies'];
  readonly path?: readonly string[];
}

export const deployment = '20261123-120000-abcdef';

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
  const record = Buffer.from(JSON.stringify({ secrets: sources }));
  await store.putIfAbsent(deploymentKey('test', 'shop', deployment), record);

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
    runner: { name: 'tools', startup: [], variables: {}, idleTimeout: '0.1s', ...runner },
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
      note: async (job, progress) => void queued.set(job.id, { job, progress }),
      remove: async ({ id }) => void queued.delete(id),
    },
  };
  let count = 0;
  const submit = (properties: JsonObject, more: Partial<Job> = {}): string => {
    const id = String(++count);
    const job: Job = {
      id,
      entry: `State@0-${id}`,
      type: 'runner',
      state: 'State',
      iteration: [],
      token: `token-${id}`,
      environment: 'test',
      distribution,
      deployment,
      properties,
      payload: { environment: 'test', output: {} },
      submitted: 0,
      ...more,
    };
    tokens.add(job.token);
    queued.set(id, { job });
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

async function ship(store: ObjectStore, given: Given['files']): Promise<Job['distribution']> {
  const texts = { ...Object.fromEntries(planParts.map((path) => [path, '{}'])) };
  for (const [path, text] of Object.entries(given ?? {})) texts[`files/${path}`] = text;
  const files = [];
  for (const [path, text] of Object.entries(texts)) {
    const body = Buffer.from(text);
    const sha256 = hash('sha256', body);
    await store.putIfAbsent(blobKey(sha256), body);
    const mode = text.startsWith('#!') ? ('0755' as const) : ('0644' as const);
    files.push({ path, size: body.length, sha256, mode });
  }
  const bytes = manifestBytes({
    format: 1,
    name: 'shop',
    version: '1.0.0',
    dependencies: {},
    parameters: {},
    compiler: 'plancc 0.1.0',
    files,
    assets: [],
  });
  await store.putIfAbsent(manifestKey('shop', '1.0.0'), bytes);
  return { name: 'shop', version: '1.0.0', id: distributionId(bytes) };
}
