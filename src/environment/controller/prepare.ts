import { timestamp } from '../../ports/clock.js';
import { resolveDependencies } from '../dependencies.js';
import { manifestOf } from '../deployments.js';
import { environmentOf } from '../environments.js';
import { runningVersion } from '../inventory.js';
import { resolveParameters } from '../parameters.js';
import type { Deployment, Payload } from '../records.js';
import { tell } from '../tell.js';
import { changeLive, liveRecord, type Prepared, type StepInput } from './step.js';
import type { World } from './world.js';

/**
 * Finds out whether a deployment may begin, and with what: dependencies and parameters. Only then is it recorded as
 * running. Throws a `StatesError` that says what is missing.
 */
export async function prepare(world: World, input: StepInput): Promise<Prepared> {
  const { store } = world;
  const { environment, name } = input;
  const record = await liveRecord(world, input);
  const { approvals } = await environmentOf(store, environment);
  const manifest = await manifestOf(store, record);
  const distribution = { name, version: record.version, id: record.id };
  const dependencies = await resolveDependencies(store, environment, manifest.dependencies);
  const { parameters, secrets } = await resolveParameters(world.values, manifest.parameters, {
    environment,
    distribution,
    dependencies,
  });
  const begun = await begin(world, input, record, { secrets, dependencies: manifest.dependencies });
  const payload: Payload = {
    environment,
    distribution,
    deployment: { id: input.deployment, startedAt: begun.started! },
    parameters,
    dependencies,
    output: {},
    input: {},
  };
  return { payload, approvals };
}

async function begin(
  world: World,
  input: StepInput,
  record: Deployment,
  found: Pick<Deployment, 'secrets' | 'dependencies'>,
): Promise<Deployment> {
  const previous = await runningVersion(world.store, input.environment, input.name);
  if (record.status !== 'running') await tell(world, record, 'started');
  const started = timestamp(world.clock);
  return changeLive(world, input, (current) =>
    current.started === undefined ? { ...current, status: 'running', started, previous, ...found } : current,
  );
}
