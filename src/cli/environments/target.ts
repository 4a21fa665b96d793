import { problem } from '../../diagnostics/problem.js';
import { nearest } from '../../diagnostics/suggest.js';
import { createEnvironment, listEnvironments } from '../../environment/environments.js';
import type { Environment } from '../../environment/records.js';
import { StoreError } from '../../ports/store-error.js';
import { say } from '../report.js';
import { newEnvironment } from './env.js';
import type { Place } from './place.js';

/** The environment that is deployed to. A local one is made where there is none, unless its name looks misspelt. */
export async function targetOf(place: Place, name: string): Promise<Environment> {
  const { store, folder, options, terminal, command } = place;
  const all = await listEnvironments(store);
  const found = all.find((one) => one.name === name);
  if (found !== undefined) return found;
  const near = nearest(
    name,
    all.map((one) => one.name),
  );
  if (near !== undefined) {
    const help = `did you mean \`${near}\`? If not, make it: \`${command('env', 'create', name)}\``;
    throw new StoreError(problem('PLAN7021', { file: folder }, { environment: name }, { help }));
  }
  const environment = newEnvironment(name, { kind: 'test', concurrency: 'queue', approvals: 0 });
  await createEnvironment(store, environment);
  say(`made the environment ${name}, for tests, in ${folder}`, options, terminal);
  return environment;
}
