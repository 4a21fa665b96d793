import { hash } from 'node:crypto';
import {
  distributionId,
  type Manifest,
  type ManifestAsset,
  manifestBytes,
} from '../../src/distribution/manifest.js';
import { createDocument } from '../../src/environment/documents.js';
import { blobKey, deploymentKey, manifestKey } from '../../src/environment/keys.js';
import type { Deployment, SecretSource } from '../../src/environment/records.js';
import { work } from '../../src/environment/worker/index.js';
import { planParts } from '../../src/language/plan-parts.js';
import type { Ports } from '../../src/ports/index.js';
import { type StackResult, type WholeRequest, withTemplate } from '../../src/ports/stacks.js';
import type { Values } from '../../src/ports/values.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import type { Files } from '../folder.js';
import { memoryStore } from '../store/memory-store.js';

interface Given {
  readonly files?: Files;
  readonly assets?: readonly ManifestAsset[];
  readonly secrets?: { readonly [parameter: string]: SecretSource };
  readonly values?: Partial<Values>;
  readonly stack?: (request: WholeRequest) => StackResult;
}

export const deployment = '20261123-100000-abc123';
export const entered = Date.UTC(2026, 10, 23, 10, 0, 0);

/** A worker in an environment `test`, in which `shop` 1.0.0 is deployed. */
export async function newWorld({ files = {}, assets = [], secrets = {}, values = {}, stack }: Given = {}) {
  let time = entered;
  const objects = new Map<string, Buffer>();
  const store = memoryStore(objects);
  const events: (readonly [type: string, detail: JsonObject])[] = [];
  const stacks: WholeRequest[] = [];
  const never = async () => {
    throw new Error('nobody asks for it');
  };
  const ports: Ports = {
    store,
    clock: { now: () => time, until: never },
    events: { emit: async (type, detail) => void events.push([type, detail]) },
    stacks: {
      reconcile: async (asked) => {
        const request = await withTemplate(asked);
        stacks.push(request);
        return stack?.(request) ?? { status: 'done', outputs: {}, changes: [] };
      },
    },
    values: { ssm: never, secret: never, invoke: never, document: never, ...values },
    assemblies: { deploy: never },
    jobs: { submit: never },
    orchestrator: {
      start: never,
      describe: never,
      history: never,
      stop: never,
      redrive: never,
      answer: never,
      heartbeat: never,
    },
  };
  const id = await shipped(files, assets, objects);
  const payload = {
    environment: 'test',
    distribution: { name: 'shop', version: '1.0.0', id },
    deployment: { id: deployment, startedAt: new Date(entered).toISOString() },
    parameters: {},
    dependencies: {},
    output: {},
    input: {},
  };
  const record: Deployment = {
    deployment,
    environment: 'test',
    name: 'shop',
    version: '1.0.0',
    id,
    action: 'deploy',
    status: 'running',
    requested: { by: 'ann', at: new Date(entered).toISOString() },
    retries: 0,
    execution: 'arn:aws:states:local:000000000000:execution:shop:1',
    secrets,
    decisions: [],
  };
  await createDocument(store, deploymentKey('test', 'shop', deployment), record);
  const request = (type: string, properties: JsonObject, more: JsonObject): JsonObject => ({
    type,
    state: 'Make it',
    properties,
    payload,
    execution: 'arn:aws:states:local:000000000000:execution:shop:1',
    redrive: 0,
    entered: new Date(entered).toISOString(),
    retry: 0,
    ...more,
  });
  const address = { bucket: 'plancc-store', url: 'https://plancc-store.s3.local.amazonaws.com' };
  const call = (asked: Json): Promise<JsonObject> => work(asked, ports, address);
  return {
    store,
    objects,
    ports,
    payload,
    events,
    stacks,
    call,
    pass: (seconds: number) => {
      time += seconds * 1000;
    },
    make: (type: string, properties: JsonObject, more: JsonObject = {}) =>
      call(request(type, properties, { timeoutSeconds: 600, ...more })),
    wait: (type: string, properties: JsonObject, more: JsonObject = {}) =>
      call(request(type, properties, { token: 'task-token', ...more })),
    /** What lies below a prefix of the environment, as JSON. */
    documents: (prefix: string): readonly JsonObject[] =>
      [...objects]
        .filter(([key]) => key.startsWith(`environments/test/${prefix}/`))
        .map(([, body]) => JSON.parse(body.toString())),
  };
}

/** Puts a version of `shop` into a store; gives its id. */
async function shipped(files: Files, assets: readonly ManifestAsset[], objects: Map<string, Buffer>) {
  const parts = Object.fromEntries(planParts.map((path) => [path, path]));
  const listed = Object.entries({ ...parts, ...files }).map(([path, content]) => {
    const body = Buffer.from(content);
    const sha256 = hash('sha256', body);
    objects.set(blobKey(sha256), body);
    return { path, size: body.length, sha256, mode: '0644' as const };
  });
  const manifest: Manifest = {
    format: 1,
    name: 'shop',
    version: '1.0.0',
    dependencies: {},
    parameters: {},
    compiler: 'plancc test',
    files: listed,
    assets,
  };
  const bytes = manifestBytes(manifest);
  objects.set(manifestKey('shop', '1.0.0'), bytes);
  return distributionId(bytes);
}

/** Name and message of the error that something fails with. */
export async function failureOf(made: Promise<unknown>): Promise<readonly [name: string, cause: string]> {
  try {
    await made;
  } catch (error) {
    if (error instanceof Error) return [error.name, error.message];
  }
  throw new Error('it did not fail');
}
