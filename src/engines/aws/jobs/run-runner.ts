import { systemClock } from '../../system-clock.js';
import { assemblies } from '../assemblies.js';
import { createClients } from '../clients.js';
import { type Given, variableIn, variables } from '../functions/variables.js';
import { createOrchestrator } from '../orchestrator/index.js';
import { createStore } from '../store/index.js';
import { createValues } from '../values/index.js';
import { runHost } from './run-host.js';

/** Seconds that a host which works no more keeps others from its jobs. */
const lease = 60;
/** Milliseconds between two heartbeats: states that have a timeout of their own allow for less than five minutes. */
const heartbeat = 30_000;
/** Milliseconds after which new lines of a log can be read: each time an object is put. */
const logged = 2_000;

/**
 * Does the jobs of a runner in AWS, as the environment variables of this process say, until there have been none for a while
 * or the signal is aborted. `print` is given what the jobs write, line by line, without secrets.
 */
export async function runRunner(
  given: Given,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const the = variableIn(given);
  const [environment, bucket, key] = [the('environment'), the('store'), the('runner')];
  const region = given[variables.region];
  const clients = createClients(region === undefined ? {} : { region });
  const [s3, sqs, sfn] = await Promise.all([clients.s3(), clients.sqs(), clients.sfn()]);
  const ofPlan = (): never => {
    throw new Error('a job has no role of a plan');
  };
  const world = {
    // Where neither ECS nor the plan says so, jobs ask AWS in the region that they run in.
    variables: region === undefined || given.AWS_REGION !== undefined ? {} : { AWS_REGION: region },
    assemblies,
    clock: systemClock,
    orchestrator: createOrchestrator(sfn),
    store: createStore(s3, bucket),
    values: createValues({ own: () => clients, ofPlan }),
  };
  await runHost({ ...world, sqs, environment, lease, heartbeat, logged, print }, key, signal);
}
