import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { withNotifications } from '../../src/engines/local/host/notifications.js';
import { openEngine } from '../../src/engines/local/open-engine.js';
import { createEnvironment } from '../../src/environment/environments.js';
import type { DeploymentName } from '../../src/environment/keys.js';
import { newDeploymentId, putRequest } from '../../src/environment/requests.js';
import { ship } from '../../src/environment/ship.js';
import { plancc } from '../cli/plancc.js';
import { type Files, newFolder } from '../folder.js';

/** A local engine with an environment `dev`, for deployments that no command follows. */
export async function newEngine() {
  const root = join(newFolder(), 'plancc');
  const engine = openEngine(root);
  const store = withNotifications(engine.store, engine.folders.notifications, 'tester');
  const created = { by: 'tester', at: new Date().toISOString() };
  const dev = { name: 'dev', kind: 'test', concurrency: 'queue', approvals: 0, created } as const;
  await createEnvironment(store, dev);
  return {
    root,
    engine,
    /** Ships a project, and requests its deployment. */
    request: async (files: Files): Promise<DeploymentName> => {
      const zip = join(newFolder(), 'project.zip');
      const built = plancc(['build', newFolder(files), '--out', zip]);
      if (built.status !== 0) throw new Error(built.stderr);
      const shipped = await ship(zip, store);
      if ('problems' in shipped) throw new Error(JSON.stringify(shipped.problems));
      const { name, version, id } = shipped;
      const deployment = newDeploymentId(Date.now(), randomBytes(3));
      await putRequest(store, { environment: 'dev', name, deployment }, { action: 'deploy', version, id });
      return { environment: 'dev', name, deployment };
    },
  };
}
