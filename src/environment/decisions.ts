import { isObject } from '../language/json.js';
import type { ObjectStore } from '../ports/object-store.js';
import { createDocument, largestPut, parseJson } from './documents.js';
import { type DecisionName, decisionKey } from './keys.js';
import type { PutDecision } from './records.js';

/** False when a decision of that id is there already. Ids are made as those of deployments. */
export const putDecision = (
  store: ObjectStore,
  { environment, name, deployment, entry, id }: DecisionName,
  decision: PutDecision,
): Promise<boolean> => createDocument(store, decisionKey(environment, name, deployment, entry, id), decision);

/** Reads what was put, by whomever. */
export function readDecision(body: Buffer): PutDecision | { readonly malformed: string } {
  if (body.length > largestPut) return { malformed: `the decision has more than ${largestPut} bytes` };
  const value = parseJson(body);
  if (value === undefined) return { malformed: 'the decision is not JSON' };
  const { decision, comment = '' } = isObject(value) ? value : {};
  if (decision !== 'approved' && decision !== 'rejected')
    return { malformed: 'the `decision` is neither `approved` nor `rejected`' };
  return typeof comment === 'string' ? { decision, comment } : { malformed: 'the `comment` is not text' };
}
