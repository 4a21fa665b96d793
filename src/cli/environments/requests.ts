import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { problem } from '../../diagnostics/problem.js';
import { readDeployment } from '../../environment/deployments.js';
import { readDocument } from '../../environment/documents.js';
import { answerKey, type DeploymentName } from '../../environment/keys.js';
import type { Answer, Deployment } from '../../environment/records.js';
import { newDeploymentId, type OtherRequest, putRequest } from '../../environment/requests.js';
import { StoreError } from '../../ports/store-error.js';
import { withNames } from '../person.js';
import type { Working } from './place.js';

/** Puts something under a new id, which nobody has yet, and gives that. */
export async function underNewId({ ports }: Working, put: (id: string) => Promise<boolean>): Promise<string> {
  for (;;) {
    const id = newDeploymentId(ports.clock.now(), randomBytes(2));
    if (await put(id)) return id;
  }
}

/** Asks something of a deployment, and waits until it is taken up. Throws a `StoreError` when it changed nothing. */
export async function askOf(
  place: Working,
  named: DeploymentName,
  action: OtherRequest['action'],
): Promise<void> {
  const { environment, name, deployment } = named;
  const id = await underNewId(place, (id) =>
    putRequest(place.store, { environment, name, deployment: id }, { action, deployment }),
  );
  await answered(place, { environment, name, deployment: id }, `the request to ${action} ${deployment}`);
}

/**
 * Waits until something that was put under an id is answered. Throws a `StoreError` when it changed nothing, with what to do
 * where that is `NotAllowed`.
 */
export async function answered(
  place: Working,
  named: DeploymentName,
  asked: string,
  notAllowed?: string,
): Promise<void> {
  const { store, name: file, command } = place;
  const { environment, name, deployment } = named;
  const answer = await until(place, asked, () =>
    readDocument<Answer>(store, answerKey(environment, name, deployment)),
  );
  if (answer.failure === undefined) return;
  const { error, cause } = answer.failure;
  const allowed = error === 'NotAllowed' ? notAllowed : undefined;
  const help = allowed ?? `see how it is now: \`${command('status', '--env', environment)}\``;
  throw new StoreError(problem('PLAN7030', { file }, { asked, cause: withNames(cause) }, { help }));
}

/** Waits until a deployment that was requested has a record. */
export const takenUp = (place: Working, named: DeploymentName): Promise<Deployment> =>
  until(place, `the deployment ${named.deployment}`, () => readDeployment(place.store, named));

/** Wakes somebody, and waits for what they are to put there. Throws a `StoreError` when nobody does. */
async function until<Found>(
  { ports, name: file, pace, terminal, wake }: Working,
  asked: string,
  look: () => Promise<Found | undefined>,
): Promise<Found> {
  const { patience, pause, help } = pace.uptake;
  const end = ports.clock.now() + patience;
  const signal = terminal.interruption();
  await wake();
  while (ports.clock.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await setTimeout(pause, undefined, { signal });
  }
  throw new StoreError(problem('PLAN7035', { file }, { asked }, { help }));
}
