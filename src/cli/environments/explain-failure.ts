import { eventOf, failures } from '../../environment/failures.js';
import type { Deployment } from '../../environment/records.js';
import type { Ports } from '../../ports/index.js';
import { toldCause } from '../why/cause.js';
import { type Found, find } from '../why/found.js';
import type { Source } from '../why/source.js';
import { sourceOfVersion } from './source-of-version.js';

/** Where the plan of a deployment failed; undefined when no state of it did. */
export async function placeOfFailure(
  { store, orchestrator }: Pick<Ports, 'store' | 'orchestrator'>,
  record: Deployment,
): Promise<{ readonly source: Source; readonly found: Found } | undefined> {
  const { execution, failure } = record;
  if (execution === undefined || failure?.state === undefined) return undefined;
  const source = await sourceOfVersion(store, record);
  if (source === undefined) return undefined;
  const events = await orchestrator.history(execution, 0);
  const all = failures(
    events.flatMap((event) => eventOf(event) ?? []),
    failure,
  );
  const found = find(source, failure.state, all);
  return found && { source, found };
}

/** Why a deployment ended otherwise than well, in words. */
export const reasonOf = ({ failure }: Deployment): string =>
  failure === undefined ? '' : `${failure.error}: ${toldCause(failure.cause)}`;
