import { manifestOf, readDeployment } from '../deployments.js';
import { createDocument, readDocument } from '../documents.js';
import { environmentOf } from '../environments.js';
import { answerKey, type DeploymentName, deploymentKey, openKey } from '../keys.js';
import type { Act, Answer, Failure, Open } from '../records.js';
import { type DeployRequest, type OtherRequest, readRequest } from '../requests.js';
import { tell } from '../tell.js';
import { advance } from './advance.js';
import { failureBy } from './end.js';
import { newRecord } from './new-record.js';
import { retry } from './retry.js';
import { stop } from './stop.js';
import type { World } from './world.js';

/**
 * A request was put, by whom and when. Its name says what it is for. It ends, a deployment in its record, what is asked of
 * another deployment in an answer.
 */
export async function receiveRequest(
  world: World,
  named: DeploymentName,
  body: Buffer,
  act: Act,
): Promise<void> {
  const request = readRequest(body);
  if ('deployment' in request) await receiveOther(world, named, request, act);
  else await receiveDeployment(world, named, request, act);
}

/** What is not to be understood ends as a deployment that failed. */
async function receiveDeployment(
  world: World,
  named: DeploymentName,
  request: DeployRequest | { readonly malformed: string },
  act: Act,
): Promise<void> {
  const { store } = world;
  const { environment, name, deployment } = named;
  if ((await readDeployment(store, named)) === undefined) {
    const open: Open = act;
    await createDocument(store, openKey(environment, name, deployment), open);
    const failure =
      'malformed' in request
        ? { error: 'InvalidRequest', cause: request.malformed }
        : await refusal(world, named, request);
    const record = newRecord(world, named, request, act, failure);
    await tell(world, record, 'requested');
    await createDocument(store, deploymentKey(environment, name, deployment), record);
  }
  await advance(world, named);
}

/** Why a deployment cannot even be tried. */
async function refusal(
  { store }: World,
  { environment, name }: DeploymentName,
  request: DeployRequest,
): Promise<Failure | undefined> {
  try {
    await manifestOf(store, { name, ...request });
    await environmentOf(store, environment);
    return undefined;
  } catch (error) {
    return failureBy(error);
  }
}

/** A request that is about a deployment which is there. */
async function receiveOther(
  world: World,
  named: DeploymentName,
  request: OtherRequest,
  act: Act,
): Promise<void> {
  const { store } = world;
  const { environment, name, deployment: id } = named;
  const open = openKey(environment, name, id);
  const key = answerKey(environment, name, id);
  if ((await readDocument<Answer>(store, key)) === undefined) {
    await createDocument(store, open, act);
    const target = { environment, name, deployment: request.deployment };
    const failure =
      request.action === 'stop' ? await stop(world, target, act) : await retry(world, target, id);
    const answer: Answer = { ...act, failure };
    await createDocument(store, key, answer);
  }
  await store.delete(open);
}
