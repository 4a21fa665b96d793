import { error } from './define.js';

export interface Named {
  readonly name: string;
  readonly environment: string;
}

/** 7020–7039: environments, and what is asked of them. */
export const environmentCodes = {
  PLAN7020: error<{ folder: string }>('no store', ({ folder }) => `there is no store \`${folder}\``),
  PLAN7021: error<{ environment: string }>(
    'unknown environment',
    ({ environment }) => `\`${environment}\` is not an environment of this store`,
  ),
  PLAN7022: error<{ what: string; environments: readonly string[] }>(
    'several environments',
    ({ what, environments }) => `${what} in ${environments.join(' and in ')}, and none is named`,
  ),
  PLAN7023: error<{ word: string; where: string }>(
    'unknown deployment',
    ({ word, where }) => `\`${word}\` is neither a deployment nor a distribution that was deployed${where}`,
  ),
  PLAN7024: error<{ what: string; where: string }>(
    'no such deployment yet',
    ({ what, where }) => `${what}${where}`,
  ),
  PLAN7025: error<{ name: string; version: string }>(
    'version that was not shipped',
    ({ name, version }) => `version ${version} of \`${name}\` is not in the store`,
  ),
  PLAN7026: error<{ name: string }>(
    'distribution that was not shipped',
    ({ name }) => `no version of \`${name}\` is in the store`,
  ),
  PLAN7027: error<{ what: string }>('no approval that waits', ({ what }) => `no approval waits ${what}`),
  PLAN7028: error<{ count: number }>('several approvals wait', ({ count }) => `${count} approvals wait`),
  PLAN7029: error<Named & { version: string | undefined }>(
    'nothing to roll back to',
    ({ name, environment, version }) =>
      version === undefined
        ? `no version of \`${name}\` has run in \`${environment}\``
        : `nothing of \`${name}\` ran in \`${environment}\` before version ${version}, which runs now`,
  ),
  PLAN7030: error<{ asked: string; cause: string }>(
    'request that changed nothing',
    ({ asked, cause }) => `${asked} changed nothing: ${cause}`,
  ),
  PLAN7031: error<{ environment: string }>(
    'environment already there',
    ({ environment }) => `there is an environment \`${environment}\` already`,
  ),
  PLAN7032: error<{ environment: string; count: number }>(
    'environment that is busy',
    ({ environment, count }) =>
      `${count} ${count === 1 ? 'deployment goes' : 'deployments go'} on in \`${environment}\``,
  ),
  PLAN7033: error<{ state: string; deployment: string }>(
    'state without a log',
    ({ state, deployment }) => `\`${state}\` has written no log in ${deployment}`,
  ),
  PLAN7034: error<Named>(
    'distribution that does not run',
    ({ name, environment }) => `\`${name}\` does not run in \`${environment}\``,
  ),
  PLAN7035: error<{ asked: string }>(
    'request that nobody takes up',
    ({ asked }) => `nobody has taken up ${asked}`,
  ),
  PLAN7036: error<{ count: number; act: 'stop' | 'retry' }>(
    'several deployments',
    ({ count, act }) => `${count} deployments ${act === 'stop' ? 'go on' : 'can be retried'}`,
  ),
  PLAN7037: error<Named & { version: string }>(
    'version that never ran',
    ({ name, version, environment }) =>
      `version ${version} of \`${name}\` was never deployed to \`${environment}\` with success`,
  ),
};
