import type { Address } from '../../cloudformation/asset-address.js';
import { mockMissing } from '../../engines/local/mocks/missing.js';
import type { Mocks } from '../../engines/local/mocks/mocks.js';
import { placeholder } from '../../engines/local/stacks/evaluate/placeholder.js';
import { createValues } from '../../engines/local/values.js';
import type { Inventory } from '../../environment/records.js';
import { withSecrets } from '../../environment/secrets.js';
import { readRequest, type WorkRequest } from '../../environment/worker/request.js';
import { objectOr } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import type { Orchestrator } from '../../ports/orchestrator.js';
import type { Json, JsonObject } from '../../source/document.js';
import { runs } from '../../states/run.js';
import type { ReconcileContext } from '../../states/run-context.js';
import { madeUpOutput } from './made-up.js';
import { simulatedStacks } from './stacks.js';

export interface SimulatedWorker {
  readonly plan: Plan;
  readonly mocks: Mocks;
  readonly answer: Orchestrator['answer'];
  /** The time, in RFC 3339. */
  readonly now: () => string;
}

/**
 * The worker as far as it can be without anything outside of this process: stacks and imports are as in a local
 * environment, approvals are given at once, the outputs of CDK apps are made up; what jobs come to only mocks know.
 */
export async function simulatedWork(request: Json, worker: SimulatedWorker): Promise<JsonObject> {
  const asked = readRequest(request);
  const { mode } = asked;
  if (!('token' in mode)) return reconciled(asked, worker);
  await worker.answer(mode.token, { output: answerTo(asked, worker) });
  return {};
}

function answerTo({ type, state, properties }: WorkRequest, { plan, now }: SimulatedWorker): JsonObject {
  switch (type) {
    case 'approval':
      return { decision: 'approved', by: 'simulation', at: now(), comment: '' };
    case 'cdk':
      return madeUpOutput(plan, stateOf(plan, state));
    default:
      throw mockMissing(state, 'its job', properties);
  }
}

async function reconciled(asked: WorkRequest, { plan, mocks }: SimulatedWorker): Promise<JsonObject> {
  const { type, state, iteration, entry, retry, properties, payload } = asked;
  const { Template: template } = properties;
  // What the commands of `Package.Before` make is not there yet.
  if (typeof template === 'string' && plan.project.kind(template) === undefined)
    return madeUpOutput(plan, stateOf(plan, state));
  const context: ReconcileContext<never> = {
    ...{ state, iteration, entry, retry, payload },
    properties: properties as never,
    ports: { stacks: simulatedStacks, values: createValues(mocks) },
    token: entry,
    isOverdue: false,
    files: async () => ({
      assets: [],
      text: async (path) => plan.project.read(path.replace(/^files\//, '')) ?? '',
      address: async (entry) => madeUpAddress(entry),
      put: async () => madeUpAddress('template'),
    }),
    // What they are no simulation knows.
    resolved: async (value) => withSecrets(value, (parameter) => placeholder(parameter)),
    inventory: async (distribution) => inventoryOf(payload.dependencies[distribution]),
  };
  const run = await runs[type]!();
  return (await run.reconcile!(context)).output;
}

const stateOf = ({ states }: Plan, name: string) => states.find((state) => state.name === name)!;

const madeUpAddress = (key: string): Address => ({
  bucket: 'simulation',
  key,
  url: `https://simulation/${key}`,
});

const inventoryOf = (outputs: Json | undefined): Inventory | undefined =>
  outputs === undefined
    ? undefined
    : {
        ...{ version: '0.0.0', id: '', since: '', by: '', deployment: '' },
        outputs: objectOr(outputs),
        dependencies: {},
      };
