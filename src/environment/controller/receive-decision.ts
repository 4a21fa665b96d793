import type { Answer as TokenAnswer } from '../../ports/orchestrator.js';
import { readDecision } from '../decisions.js';
import { changeDeployment, hasEnded, readDeployment } from '../deployments.js';
import { createDocument, readDocument } from '../documents.js';
import { answerKey, type DecisionName, waitingKey } from '../keys.js';
import type { Act, Answer, Decision, Deployment, Failure, PutDecision, Waiting } from '../records.js';
import { approvalsOf } from './agreed.js';
import type { World } from './world.js';

/**
 * A decision was put, by whom and when. Its name says which approval it is for. One that counts is written into the
 * deployment's record, and tells the state that waits when no more are needed. What became of it is put as an answer in
 * every case.
 */
export async function receiveDecision(
  world: World,
  named: DecisionName,
  body: Buffer,
  act: Act,
): Promise<void> {
  const { store } = world;
  const answer = answerKey(named.environment, named.name, named.id);
  if ((await readDocument<Answer>(store, answer)) !== undefined) return;
  const put = readDecision(body);
  const failure =
    'malformed' in put
      ? { error: 'InvalidDecision', cause: put.malformed }
      : await decide(world, named, { ...put, ...act });
  await createDocument<Answer>(store, answer, { ...act, failure });
}

type Made = PutDecision & Act;

/** Gives why a decision does not count. */
async function decide(
  { store, orchestrator, identities }: World,
  named: DecisionName,
  made: Made,
): Promise<Failure | undefined> {
  const { environment, name, deployment, entry, id } = named;
  const key = waitingKey(environment, name, deployment, entry);
  const waiting = await readDocument<Waiting>(store, key);
  const record = await readDeployment(store, named);
  const isNoted = record !== undefined && notes(record, named);
  if (record === undefined || hasEnded(record) || waiting === undefined)
    return isNoted ? undefined : nothingWaits;
  const obstacle = isNoted ? undefined : await refusal(record, waiting, named, made.by, identities);
  if (obstacle !== undefined) return { error: 'NotAllowed', cause: obstacle };
  const decision: Decision = { id, entry, state: waiting.state, iteration: waiting.iteration, ...made };
  const noted = await changeDeployment(store, named, (current) =>
    notes(current, named) ? current : { ...current, decisions: [...current.decisions, decision] },
  );
  // The deployment may have ended meanwhile.
  if (noted === undefined || !notes(noted, named)) return nothingWaits;
  const said = sumOf(noted, waiting, entry, made, identities);
  if (said === undefined) return undefined;
  const isHeard = await orchestrator.answer(waiting.token, said);
  await store.delete(key);
  return isHeard || isNoted ? undefined : nothingWaits;
}

/** The same id may be put for another question. */
const notes = ({ decisions }: Deployment, { entry, id }: DecisionName): boolean =>
  decisions.some((decision) => decision.entry === entry && decision.id === id);

const nothingWaits: Failure = {
  error: 'NothingWaits',
  cause: 'nothing waits for this decision any more',
};

/** Why someone may not decide. */
async function refusal(
  { requested, decisions }: Deployment,
  { state, approvers }: Waiting,
  { environment, entry }: DecisionName,
  by: string,
  { is, isSame }: World['identities'],
): Promise<string | undefined> {
  if (state === undefined && isSame(requested.by, by))
    return `${by} requested the deployment, and ${environment} demands that others approve it`;
  const isMeant = await Promise.all(approvers.map((approver) => is(by, approver)));
  if (approvers.length > 0 && !isMeant.includes(true))
    return `${by} is not among those who may decide: ${approvers.join(', ')}`;
  if (decisions.some((other) => other.entry === entry && isSame(other.by, by)))
    return `${by} has decided already`;
  return undefined;
}

/** What the state that waits is told; undefined while more have to approve. */
function sumOf(
  record: Deployment,
  { needed }: Waiting,
  entry: string,
  { decision, by, at, comment }: Made,
  identities: World['identities'],
): TokenAnswer | undefined {
  if (decision === 'rejected') {
    return { error: 'ApprovalRejected', cause: `rejected by ${by}${comment === '' ? '' : `: ${comment}`}` };
  }
  if (approvalsOf(record, entry, identities).length < needed) return undefined;
  return { output: { decision, by, at, comment } };
}
