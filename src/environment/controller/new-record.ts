import { timestamp } from '../../ports/clock.js';
import type { DeploymentName } from '../keys.js';
import type { Act, Deployment, Failure } from '../records.js';
import type { DeployRequest } from '../requests.js';
import type { World } from './world.js';

/** The record of what was requested. It has ended where it cannot even be tried. */
export function newRecord(
  { clock }: World,
  named: DeploymentName,
  request: DeployRequest | { readonly malformed: string },
  requested: Act,
  failure: Failure | undefined,
): Deployment {
  const asked = 'malformed' in request ? { action: 'deploy' as const, version: '', id: '' } : request;
  return {
    ...asked,
    ...named,
    status: 'requested',
    requested,
    retries: 0,
    decisions: [],
    ...(failure && { status: 'failed', ended: timestamp(clock), failure }),
  };
}
