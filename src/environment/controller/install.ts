import { hash } from 'node:crypto';
import { planIds } from '../../cloudformation/logical-id.js';
import { ownParameterIds, parameterId } from '../../cloudformation/parameters.js';
import { planTags } from '../../cloudformation/plan-tags.js';
import { canonical, objectOr } from '../../language/json.js';
import { timestamp } from '../../ports/clock.js';
import { StatesError } from '../../ports/states-error.js';
import type { Json } from '../../source/document.js';
import { hasChanged, manifestOf } from '../deployments.js';
import { readDocument, updateDocument } from '../documents.js';
import { installationKey } from '../keys.js';
import { planStackName } from '../plan-stack-name.js';
import type { Installation, Payload } from '../records.js';
import { readPart } from '../versions.js';
import { insistOnApprovals } from './agreed.js';
import { changeLive, type Installed, liveRecord, type StepInput } from './step.js';
import type { Settings, World } from './world.js';

/**
 * Makes the plan's stack, unless it was last made of the same template with the same parameters. Throws `InProgress` while
 * it is being made, `StackFailed` when it cannot be.
 */
export async function install(world: World, input: StepInput): Promise<Installed> {
  const { store } = world;
  const { environment, name, deployment } = input;
  const record = await liveRecord(world, input);
  insistOnApprovals(world, record, input);
  const changing = timestamp(world.clock);
  if (!hasChanged(record)) await changeLive(world, input, (current) => ({ changing, ...current }));
  const manifest = await manifestOf(store, record);
  // Every distribution has one.
  const template = (await readPart(store, manifest, 'plan/template.json'))!.toString('utf8');
  const declared = Object.keys(objectOr(objectOr(JSON.parse(template)).Parameters));
  const values = templateParameters(world.settings, input.prepared!.payload);
  const parameters = Object.fromEntries(declared.map((id) => [id, values[id] ?? '']));
  const digest = hash('sha256', canonical({ template, parameters }));
  const key = installationKey(environment, name);
  const stack = planStackName(environment, name);
  const last = await readDocument<Installation>(store, key);
  // Somebody may have deleted the stack since.
  if (last?.digest === digest && (await machineOf(world, stack)) === last.machine)
    return { machine: last.machine };
  const result = await world.stacks.reconcile({
    action: 'Deploy',
    name: stack,
    template,
    parameters,
    secret: [],
    tags: { [planTags.environment]: environment, [planTags.plan]: name },
    capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
    disableRollback: false,
    token: deployment,
  });
  if (result.status === 'in progress') throw new StatesError('InProgress', `${stack} is being made`);
  if (result.status === 'failed') throw new StatesError('StackFailed', `${stack}: ${result.reason}`);
  const machine = result.outputs[planIds.stateMachine]!;
  await updateDocument<Installation>(store, key, () => ({ digest, machine }));
  return { machine };
}

/** ARN of the state machine that a stack has, if there is one. */
const machineOf = async ({ stacks }: World, stack: string): Promise<string | undefined> =>
  (await stacks.outputs(stack))[planIds.stateMachine];

/** What a plan's template may ask for. */
const templateParameters = (
  { worker, workerRole, permissionsBoundary, storeBucket, runnerProgram }: Settings,
  { environment, parameters }: Payload,
): { readonly [id: string]: string } => ({
  [ownParameterIds.environment]: environment,
  [ownParameterIds.worker]: worker,
  [ownParameterIds.workerRole]: workerRole,
  [ownParameterIds.permissionsBoundary]: permissionsBoundary,
  [ownParameterIds.storeBucket]: storeBucket,
  [ownParameterIds.runnerProgram]: runnerProgram,
  ...Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [parameterId(name), textOf(value)]),
  ),
});

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
