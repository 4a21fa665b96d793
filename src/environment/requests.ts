import { isObject } from '../language/json.js';
import { version as versionText } from '../language/values.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { JsonObject } from '../source/document.js';
import { createDocument, largestPut, parseJson } from './documents.js';
import { type DeploymentName, isDeploymentId, requestKey } from './keys.js';
import type { Request } from './records.js';

export type OtherRequest = Extract<Request, { readonly deployment: string }>;
export type DeployRequest = Exclude<Request, OtherRequest>;

/**
 * `20261123-105359-3e7b2c`: ids sort by the time of their making, in milliseconds since 1970; three digits are of the
 * millisecond, three are random. Takes two random bytes.
 */
export function newDeploymentId(now: number, random: Buffer): string {
  const [date, time] = new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '').split('T');
  const millisecond = (now % 1000).toString(16).padStart(3, '0');
  return `${date}-${time}-${millisecond}${random.toString('hex').slice(-3)}`;
}

/** False when a request of that id is there already. */
export const putRequest = (store: ObjectStore, named: DeploymentName, request: Request): Promise<boolean> =>
  createDocument(store, requestKey(named.environment, named.name, named.deployment), request);

/** Reads what was put, by whomever. */
export function readRequest(body: Buffer): Request | { readonly malformed: string } {
  if (body.length > largestPut) return { malformed: `the request has more than ${largestPut} bytes` };
  const value = parseJson(body);
  if (value === undefined) return { malformed: 'the request is not JSON' };
  if (!isObject(value)) return { malformed: 'the request is not a JSON object' };
  switch (value.action) {
    case 'deploy':
    case 'rollback':
    case 'promote':
      return deployRequest(value.action, value);
    case 'stop':
    case 'retry': {
      const { action, deployment } = value;
      if (typeof deployment === 'string' && isDeploymentId(deployment)) return { action, deployment };
      return { malformed: `the request to ${action} has no id of a deployment as \`deployment\`` };
    }
    default:
      return { malformed: 'the `action` of the request is none of deploy, rollback, promote, stop, retry' };
  }
}

function deployRequest(
  action: DeployRequest['action'],
  { version, id, from, rehearse }: JsonObject,
): DeployRequest | { readonly malformed: string } {
  if (typeof version !== 'string' || !new RegExp(versionText.pattern).test(version))
    return { malformed: 'the `version` of the request is no semantic version' };
  if (typeof id !== 'string' || !/^[0-9a-f]{64}$/.test(id))
    return { malformed: 'the `id` of the request is no id of a distribution' };
  return {
    action,
    version,
    id,
    ...(typeof from === 'string' && { from }),
    ...(isObject(rehearse) && { rehearse: textsOf(rehearse) }),
  };
}

const textsOf = (object: JsonObject): { readonly [key: string]: string } =>
  Object.fromEntries(
    Object.entries(object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
