import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { problem } from '../../diagnostics/problem.js';
import { readDocument } from '../../environment/documents.js';
import { answerKey, type DeploymentName } from '../../environment/keys.js';
import type { Answer } from '../../environment/records.js';
import { newDeploymentId, type OtherRequest, putRequest } from '../../environment/requests.js';
import { StoreError } from '../../ports/store-error.js';
import type { Working } from './place.js';

/** Milliseconds that somebody who works has to answer, and between looks. */
const patience = 20_000;
const pause = 60;

export const newId = ({ ports }: Working): string => newDeploymentId(ports.clock.now(), randomBytes(2));

/** Asks something of a deployment, and waits until it is taken up. Throws a `StoreError` when it changed nothing. */
export async function askOf(
  place: Working,
  named: DeploymentName,
  action: OtherRequest['action'],
): Promise<void> {
  const { environment, name, deployment } = named;
  const id = newId(place);
  await putRequest(place.store, { environment, name, deployment: id }, { action, deployment });
  await answered(place, { environment, name, deployment: id }, `the request to ${action} ${deployment}`);
}

/** Waits until something that was put under an id is answered. Throws a `StoreError` when it changed nothing. */
export async function answered(place: Working, named: DeploymentName, asked: string): Promise<void> {
  const { store, ports, folder, terminal, wake, command } = place;
  const key = answerKey(named.environment, named.name, named.deployment);
  const until = ports.clock.now() + patience;
  const signal = terminal.interruption();
  await wake();
  for (;;) {
    const answer = await readDocument<Answer>(store, key);
    if (answer?.failure !== undefined) {
      const help = `see how it is now: \`${command('status', '--env', named.environment)}\``;
      throw new StoreError(
        problem('PLAN7030', { file: folder }, { asked, cause: answer.failure.cause }, { help }),
      );
    }
    if (answer !== undefined) return;
    if (ports.clock.now() > until) {
      const help = `it is not lost: whoever works on ${folder} next takes it up`;
      throw new StoreError(problem('PLAN7035', { file: folder }, { asked }, { help }));
    }
    await setTimeout(pause, undefined, { signal });
  }
}
