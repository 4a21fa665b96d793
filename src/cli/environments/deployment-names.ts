import {
  type DeploymentName,
  deploymentsPrefix,
  isDeploymentId,
  openPrefix,
  parseOpenKey,
} from '../../environment/keys.js';
import type { ObjectStore } from '../../ports/object-store.js';

/** The ids of deployments by the names of their distributions, the oldest first. */
export async function deploymentIds(
  store: ObjectStore,
  environment: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const prefix = deploymentsPrefix(environment);
  const ids = new Map<string, string[]>();
  for (const key of await store.list(prefix)) {
    const [name, file = ''] = key.slice(prefix.length).split('/');
    const id = file.replace(/\.json$/, '');
    if (!isDeploymentId(id)) continue;
    const known = ids.get(name!);
    if (known === undefined) ids.set(name!, [id]);
    else known.push(id);
  }
  return ids;
}

/** All deployments to an environment. */
export const deploymentsOf = async (
  store: ObjectStore,
  environment: string,
): Promise<readonly DeploymentName[]> =>
  [...(await deploymentIds(store, environment))].flatMap(([name, ids]) =>
    ids.map((deployment) => ({ environment, name, deployment })),
  );

/** What has not come to its end, once each: deployments, and requests that are about others. */
export async function runningIn(store: ObjectStore, environment: string): Promise<readonly DeploymentName[]> {
  const open = (await store.list(openPrefix(environment))).flatMap((key) => parseOpenKey(key) ?? []);
  return [...new Map(open.map((named) => [named.deployment, named])).values()];
}

/** Whether a deployment is meant by its id or the name of its distribution. */
export const isNamed = ({ name, deployment }: DeploymentName, word: string | undefined): boolean =>
  word === undefined || word === name || word === deployment;
