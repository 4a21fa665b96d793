import { hash } from 'node:crypto';
import { distributionId, type Manifest, manifestBytes } from '../../src/distribution/manifest.js';
import { type ControlRequest, control } from '../../src/environment/controller/control.js';
import { executionEnded } from '../../src/environment/controller/execution-ended.js';
import { receive as receiveKey } from '../../src/environment/controller/receive.js';
import { sweep } from '../../src/environment/controller/sweep.js';
import type { World } from '../../src/environment/controller/world.js';
import { readDeployment } from '../../src/environment/deployments.js';
import { createEnvironment } from '../../src/environment/environments.js';
import { blobKey, manifestKey, requestKey } from '../../src/environment/keys.js';
import type { Environment, Request } from '../../src/environment/records.js';
import { newDeploymentId, putRequest } from '../../src/environment/requests.js';
import { planParts } from '../../src/language/plan-parts.js';
import type { ObjectStore } from '../../src/ports/object-store.js';
import type { StackRequest, StackResult } from '../../src/ports/stacks.js';
import type { JsonObject } from '../../src/source/document.js';
import { memoryStore } from '../store/memory-store.js';
import { driver, steppedOrchestrator } from './orchestrator.js';

export const planMachine = 'arn:aws:states:local:000000000000:stateMachine:webshop';

export interface Given {
  readonly store?: ObjectStore;
  /** As the controller sees it. */
  readonly wrapped?: (store: ObjectStore) => ObjectStore;
  readonly ssm?: { readonly [name: string]: string };
  readonly stack?: (request: StackRequest) => StackResult;
  /** Whether the stack of the plan is still there. */
  readonly hasStack?: () => boolean;
  readonly environment?: Partial<Environment>;
}

/** A controller's world in memory, with one environment `test`. */
export async function newWorld({ store = memoryStore(), wrapped = (store) => store, ...given }: Given = {}) {
  let time = Date.UTC(2026, 10, 23, 10, 0, 0);
  let ids = 0;
  const clock = { now: () => ++time, until: async () => {} };
  const engine = steppedOrchestrator(clock);
  const events: string[] = [];
  const stacks: StackRequest[] = [];
  const never = async () => {
    throw new Error('nobody asks for it');
  };
  const world: World = {
    store: wrapped(store),
    clock,
    orchestrator: engine.orchestrator,
    events: { emit: async (type, { deployment }) => void events.push(`${type}: ${deployment}`) },
    stacks: {
      async reconcile(request) {
        stacks.push(request);
        return (
          given.stack?.(request) ?? {
            status: 'done',
            outputs: { PlanccStateMachine: planMachine },
            changes: [],
          }
        );
      },
      outputs: async () => (given.hasStack?.() === false ? {} : { PlanccStateMachine: planMachine }),
    },
    values: { ssm: async (name) => given.ssm?.[name], secret: never, invoke: never, document: never },
    identities: { is: async (by, principal) => by === principal, isSame: (by, other) => by === other },
    jobs: { submit: never },
    settings: {
      driver,
      worker: 'worker',
      workerRole: 'worker-role',
      permissionsBoundary: '',
      storeBucket: 'store',
      runnerProgram: 'program',
    },
  };
  await createEnvironment(store, {
    name: 'test',
    kind: 'test',
    concurrency: 'queue',
    approvals: 0,
    created: { by: 'ann', at: '2026-11-23T10:00:00.000Z' },
    ...given.environment,
  });
  const act = (by: string) => ({ by, at: new Date(time).toISOString() });
  const named = (deployment: string, name = 'webshop') => ({ environment: 'test', name, deployment });
  const receive = async (deployment: string, name = 'webshop', by = 'ann') => {
    await receiveKey(world, requestKey('test', name, deployment), act(by));
  };
  const called = (request: ControlRequest) => control(request, world);
  const step = (arn: string) =>
    engine.step(
      arn,
      (request) => control(request as unknown as ControlRequest, world) as Promise<JsonObject>,
    );

  return {
    ...engine,
    world,
    store,
    events,
    stacks,
    named,
    act,
    receive,
    step,
    /** A step by another way to the controller. */
    stepBy: engine.step,
    control: called,
    /** Puts a request, which nobody has received yet. */
    async put(request: Request, name = 'webshop'): Promise<string> {
      time += 1000;
      const id = newDeploymentId(time, Buffer.from([0, ids >> 8, ids++ & 255]));
      await putRequest(store, named(id, name), request);
      return id;
    },
    /** Puts a request and receives it. */
    async request(request: Request, name = 'webshop', by = 'ann'): Promise<string> {
      const id = await this.put(request, name);
      await receive(id, name, by);
      return id;
    },
    /** Lets drivers go on until all of them wait. */
    async settle(): Promise<void> {
      for (let [arn] = engine.ready(); arn !== undefined; [arn] = engine.ready()) {
        time += 100;
        await step(arn);
      }
    },
    /** Ends the plan that runs, and tells it. */
    async endPlan(status: 'SUCCEEDED' | 'FAILED', output: JsonObject = {}): Promise<void> {
      const [plan] = engine.plans();
      engine.end(plan!, status === 'SUCCEEDED' ? { status, output } : { status, error: 'StackFailed' });
      await executionEnded(world, plan!);
      await this.settle();
    },
    record: async (deployment: string, name = 'webshop') =>
      (await readDeployment(store, named(deployment, name)))!,
    sweep: () => sweep(world, 'test'),
  };
}

/** Ships a version of a distribution; gives what a request to deploy it says. */
export async function ship(
  store: ObjectStore,
  version: string,
  given: Partial<Manifest> = {},
  template: JsonObject = { Parameters: { PlanccEnvironment: { Type: 'String' } }, Resources: {} },
): Promise<{ readonly action: 'deploy'; readonly version: string; readonly id: string }> {
  const files = [];
  for (const path of planParts) {
    const body = Buffer.from(path.endsWith('template.json') ? JSON.stringify(template) : `${path}\n`);
    const sha256 = hash('sha256', body);
    await store.putIfAbsent(blobKey(sha256), body);
    files.push({ path, size: body.length, sha256, mode: '0644' as const });
  }
  const name = given.name ?? 'webshop';
  const bytes = manifestBytes({
    format: 1,
    name,
    version,
    dependencies: {},
    parameters: {},
    compiler: 'plancc 0.1.0',
    files,
    assets: [],
    ...given,
  });
  await store.putIfAbsent(manifestKey(name, version), bytes);
  return { action: 'deploy', version, id: distributionId(bytes) };
}
