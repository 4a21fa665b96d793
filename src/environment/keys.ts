import { environmentName, planName } from '../language/values.js';

/** Keys of everything in an environment's store. Names of states are encoded, since they may hold any character. */
export const blobKey = (sha256: string): string => `blobs/sha256/${sha256}`;

export const versionsPrefix = (name: string): string => `distributions/${name}/`;
export const manifestKey = (name: string, version: string): string =>
  `${versionsPrefix(name)}${version}/manifest.json`;

export const environmentsPrefix = 'environments/';
const under = (environment: string, what: string, ...parts: readonly string[]): string =>
  `${environmentsPrefix}${[environment, what, ...parts].join('/')}`;

export const environmentKey = (environment: string): string => under(environment, 'environment.json');
export const requestKey = (environment: string, name: string, id: string): string =>
  under(environment, 'requests', name, `${id}.json`);
/** Of one distribution, or of all. */
export const deploymentsPrefix = (environment: string, name?: string): string =>
  under(environment, 'deployments', ...(name === undefined ? [''] : [name, '']));
export const deploymentKey = (environment: string, name: string, id: string): string =>
  `${deploymentsPrefix(environment, name)}${id}.json`;
export const inventoryPrefix = (environment: string): string => under(environment, 'inventory', '');
export const inventoryKey = (environment: string, name: string): string =>
  `${inventoryPrefix(environment)}${name}.json`;
export const locksPrefix = (environment: string): string => under(environment, 'locks', '');
/** Who deploys a distribution, and who is next. */
export const lockKey = (environment: string, name: string): string =>
  `${locksPrefix(environment)}${name}.json`;
/** What has not come to its end: a request by its id, a retry by the name of its driver. */
export const openPrefix = (environment: string): string => under(environment, 'open', '');
export const openKey = (environment: string, name: string, id: string): string =>
  `${openPrefix(environment)}${name}/${id}.json`;
/** What became of a request to stop or retry, or of a decision. */
export const answerKey = (environment: string, name: string, id: string): string =>
  under(environment, 'answers', name, `${id}.json`);
/** The stack of a distribution's plan as it was last made. */
export const installationKey = (environment: string, name: string): string =>
  under(environment, 'installations', `${name}.json`);
export const waitingPrefix = (environment: string, name: string, deployment: string): string =>
  under(environment, 'waiting', name, deployment, '');
export const waitingKey = (environment: string, name: string, deployment: string, entry: string): string =>
  `${waitingPrefix(environment, name, deployment)}${entry}.json`;
/** The entry of the approval that an environment itself demands; no state has it, since `entryOf` would encode the `@`. */
export const environmentApproval = '@environment';
export const decisionKey = (
  environment: string,
  name: string,
  deployment: string,
  entry: string,
  id: string,
): string => under(environment, 'decisions', name, deployment, entry, `${id}.json`);
export const attemptsPrefix = (environment: string, name: string, deployment: string): string =>
  under(environment, 'attempts', name, deployment, '');
/** What the worker remembers of a state that it makes so over several calls. */
export const attemptKey = (environment: string, name: string, deployment: string, entry: string): string =>
  `${attemptsPrefix(environment, name, deployment)}${entry}.json`;

/** The name between a prefix and the end of a key. */
export const nameBehind = (prefix: string, key: string): string => key.slice(prefix.length, -'.json'.length);

/** Which deployment. */
export interface DeploymentName {
  readonly environment: string;
  readonly name: string;
  readonly deployment: string;
}

const id = '\\d{8}-\\d{6}-[0-9a-f]{6}';

const keyPattern = (what: string, rest: string): RegExp =>
  new RegExp(
    `^environments/(${unanchored(environmentName)})/${what}/(${unanchored(planName)})/(${id})${rest}\\.json$`,
  );
const unanchored = ({ pattern }: { readonly pattern: string }): string => pattern.slice(1, -1);

const request = keyPattern('requests', '');
const decision = keyPattern('decisions', `/([^/.][^/]*)/(${id})`);
const open = keyPattern('open', '(?:-retry-(\\d+))?');
const job = new RegExp(
  `^jobs/(${unanchored(environmentName)})/(${unanchored(planName)})/(${id})/([0-9a-f]+)\\.json$`,
);

/** Undefined for what is no key of a request. */
export function parseRequestKey(key: string): DeploymentName | undefined {
  const [, environment, name, deployment] = request.exec(key) ?? [];
  return deployment === undefined ? undefined : { environment: environment!, name: name!, deployment };
}

/** Which decision, and about which approval. */
export interface DecisionName extends DeploymentName {
  readonly entry: string;
  readonly id: string;
}

/** Undefined for what is no key of a decision. */
export function parseDecisionKey(key: string): DecisionName | undefined {
  const [, environment, name, deployment, entry, id] = decision.exec(key) ?? [];
  if (id === undefined) return undefined;
  return { environment: environment!, name: name!, deployment: deployment!, entry: entry!, id };
}

/** Undefined for what is no key of something open. */
export function parseOpenKey(key: string): (DeploymentName & { readonly retries: number }) | undefined {
  const [, environment, name, deployment, retries = 0] = open.exec(key) ?? [];
  if (deployment === undefined) return undefined;
  return { environment: environment!, name: name!, deployment, retries: Number(retries) };
}

/** Which job. */
export interface JobName extends DeploymentName {
  readonly id: string;
}

/** Undefined for what is no key of a job. */
export function parseJobKey(key: string): JobName | undefined {
  const [, environment, name, deployment, id] = job.exec(key) ?? [];
  if (id === undefined) return undefined;
  return { environment: environment!, name: name!, deployment: deployment!, id };
}

export const isDeploymentId = (text: string): boolean => new RegExp(`^${id}$`).test(text);

/** Logs of a deployment's jobs: `<prefix><entry>/<time>.log`, pieces by the times at which they were put. */
export const logsPrefix = (environment: string, name: string, deployment: string): string =>
  `logs/${environment}/${name}/${deployment}/`;

/** A piece of the log below a prefix, put at a time in milliseconds since 1970. */
export const logKey = (prefix: string, time: number): string => `${prefix}${compact(time)}.log`;
/** When a piece of a log was put, in RFC 3339; undefined for what is no key of one. */
export const logTime = (key: string): string | undefined =>
  /\/\d{8}T\d{9}Z\.log$/.test(key)
    ? key.slice(-23).replace(/^(....)(..)(..T..)(..)(..)(...Z)\.log$/, '$1-$2-$3:$4:$5.$6')
    : undefined;

/** Jobs that have not been told how they ended, with task tokens, and the runners that do them. */
export const jobsPrefix = (environment: string): string => `jobs/${environment}/`;
export const jobKey = (environment: string, name: string, deployment: string, id: string): string =>
  `${jobsPrefix(environment)}${name}/${deployment}/${id}.json`;
/** Put by the host that begins a job, and by the one that knows its end. */
export const jobNoteKey = (job: string, what: 'begun' | 'ended'): string =>
  `${job.slice(0, -'.json'.length)}.${what}.json`;
/** The owner of a runner that no plan has; no distribution has this name. */
export const environmentRunners = '@environment';
/** A runner by what it is made with; its owner is a distribution, or the environment. */
export const runnerKey = (environment: string, owner: string, digest: string): string =>
  `${jobsPrefix(environment)}${owner}/runners/${digest}.json`;

/** A state, or one iteration of it, as part of a key: `Smoke%20test`, `Probe.0.2`. */
export const entryOf = (state: string, iteration: readonly number[]): string =>
  [encodeURIComponent(state).replace(/[.!'()*]/g, escaped), ...iteration].join('.');

/** One stay in it, entered at a time in milliseconds since 1970: `Probe.0@0-20261123T105359123Z`. */
export const stayOf = (entry: string, redrive: number, entered: number): string =>
  `${entry}@${redrive}-${compact(entered)}`;

/** Whether the stay that a key of an attempt is of was entered by a time. */
export const isEnteredBy = (attempt: string, time: number): boolean =>
  attempt.slice(attempt.lastIndexOf('-') + 1, -'.json'.length) <= compact(time);

/** `20261123T105359123Z`, which sorts by time. */
const compact = (time: number): string => new Date(time).toISOString().replace(/[-:.]/g, '');

const escaped = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
