/** Keys of everything in an environment's store. Names of states are encoded, since they may hold any character. */
export const blobKey = (sha256: string): string => `blobs/sha256/${sha256}`;

export const versionsPrefix = (name: string): string => `distributions/${name}/`;
export const manifestKey = (name: string, version: string): string =>
  `${versionsPrefix(name)}${version}/manifest.json`;

const under = (environment: string, what: string, ...parts: readonly string[]): string =>
  ['environments', environment, what, ...parts].join('/');

export const environmentKey = (environment: string): string => under(environment, 'environment.json');
export const requestKey = (environment: string, name: string, id: string): string =>
  under(environment, 'requests', name, `${id}.json`);
export const deploymentsPrefix = (environment: string, name: string): string =>
  under(environment, 'deployments', name, '');
export const deploymentKey = (environment: string, name: string, id: string): string =>
  `${deploymentsPrefix(environment, name)}${id}.json`;
export const inventoryPrefix = (environment: string): string => under(environment, 'inventory', '');
export const inventoryKey = (environment: string, name: string): string =>
  `${inventoryPrefix(environment)}${name}.json`;
/** Who deploys a distribution, and who is next. */
export const lockKey = (environment: string, name: string): string =>
  under(environment, 'locks', `${name}.json`);
export const locksPrefix = (environment: string): string => under(environment, 'locks', '');
export const waitingPrefix = (environment: string, name: string, deployment: string): string =>
  under(environment, 'waiting', name, deployment, '');
export const waitingKey = (environment: string, name: string, deployment: string, entry: string): string =>
  `${waitingPrefix(environment, name, deployment)}${entry}.json`;
export const decisionKey = (
  environment: string,
  name: string,
  deployment: string,
  entry: string,
  id: string,
): string => under(environment, 'decisions', name, deployment, entry, `${id}.json`);
/** What the worker remembers of a state that it makes so over several calls. */
export const attemptKey = (environment: string, name: string, deployment: string, entry: string): string =>
  under(environment, 'attempts', name, deployment, `${entry}.json`);

/** Logs of a deployment's jobs: `<prefix><entry>/<number>.log`, pieces in their order. */
export const logsPrefix = (environment: string, name: string, deployment: string): string =>
  `logs/${environment}/${name}/${deployment}/`;

/** A state, or one iteration of it, as part of a key: `Smoke%20test`, `Probe.0.2`. */
export const entryOf = (state: string, iteration: readonly number[]): string =>
  [encodeURIComponent(state).replace(/[.!'()*]/g, escaped), ...iteration].join('.');

const escaped = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
