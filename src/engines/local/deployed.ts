import { readDeployment } from '../../environment/deployments.js';
import type { DeploymentName } from '../../environment/keys.js';
import { readPart, readVersion } from '../../environment/versions.js';
import { objectOr } from '../../language/json.js';
import type { ObjectStore } from '../../ports/object-store.js';
import type { Json } from '../../source/document.js';
import { inEnvironment } from './mocks/environment.js';
import { type Mocks, mocksFile } from './mocks/mocks.js';
import { readMocks } from './mocks/read.js';

/** What a local engine knows of a deployment that AWS need not know. */
export interface Deployed {
  readonly mocks: Mocks;
  /** The type in the plan of each state. */
  readonly types: { readonly [state: string]: string };
  /** Failures to rehearse: stacks with the resource that fails. */
  readonly rehearse: { readonly [stack: string]: string };
}

export const nothingDeployed: Deployed = { mocks: {}, types: {}, rehearse: {} };

/** Of a deployment whose version is not there nothing is known; that it fails is the controller's to say. */
export async function deployedOf(store: ObjectStore, named: DeploymentName): Promise<Deployed> {
  const record = await readDeployment(store, named);
  const stored = record && (await readVersion(store, record.name, record.version));
  if (record === undefined || stored === undefined) return nothingDeployed;
  const part = async (path: string) => (await readPart(store, stored.manifest, path))?.toString('utf8');
  const text = await part(`files/${mocksFile}`);
  const { states } = objectOr(JSON.parse((await part('plan/sourcemap.json')) ?? '{}') as Json);
  return {
    mocks: text === undefined ? {} : inEnvironment(readMocks(text).mocks, named.environment),
    types: Object.fromEntries(
      Object.entries(objectOr(states)).map(([name, state]) => [name, String(objectOr(state).type)]),
    ),
    // A retry rehearses how the plan goes on.
    rehearse: record.retries === 0 ? (record.rehearse ?? {}) : {},
  };
}
