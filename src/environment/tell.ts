import type { Ports } from '../ports/index.js';
import type { JsonObject } from '../source/document.js';
import type { EndedDeployment } from './deployments.js';
import type { Deployment } from './records.js';

/** What becomes of a deployment. */
type Happening = 'requested' | 'started' | 'waiting for approval' | 'rolled back' | EndedDeployment['status'];

/** Tells whoever listens. The same thing may be told twice, but is never left untold. */
export function tell(
  { events }: Pick<Ports, 'events'>,
  record: Deployment,
  happening: Happening,
  more: JsonObject = {},
): Promise<void> {
  const { environment, name, version, id, deployment, action, requested, failure } = record;
  const detail: JsonObject = {
    environment,
    distribution: name,
    version,
    id,
    deployment,
    action,
    by: requested.by,
    ...(failure && { error: failure.error, cause: failure.cause }),
    ...more,
  };
  return events.emit(`Deployment ${happening}`, detail);
}

/** What the end of a deployment is called. */
export const ending = ({ status, action }: EndedDeployment): Happening =>
  status === 'succeeded' && action === 'rollback' ? 'rolled back' : status;
