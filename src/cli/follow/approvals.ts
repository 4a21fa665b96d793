import { readDocument } from '../../environment/documents.js';
import { nameBehind, waitingPrefix } from '../../environment/keys.js';
import type { Deployment, Waiting } from '../../environment/records.js';
import type { ObjectStore } from '../../ports/object-store.js';
import type { ApprovalNews } from './news.js';
import { labelOf } from './place.js';

/** An approval that waits, and the part of its key by which it is decided. */
export interface Approval extends Omit<Waiting, 'token'> {
  readonly entry: string;
  /** How many more have to approve. */
  readonly missing: number;
}

/** What waits for approval in a deployment. */
export async function waitingApprovals(
  store: ObjectStore,
  record: Pick<Deployment, 'environment' | 'name' | 'deployment' | 'decisions'>,
): Promise<readonly Approval[]> {
  const prefix = waitingPrefix(record.environment, record.name, record.deployment);
  const keys = await store.list(prefix);
  const waiting = await Promise.all(keys.map((key) => readDocument<Waiting>(store, key)));
  return waiting.flatMap((found, index) => {
    if (found === undefined) return [];
    const { token: _, ...one } = found;
    const entry = nameBehind(prefix, keys[index]!);
    const approved = record.decisions.filter((decision) => decision.entry === entry);
    return [{ ...one, entry, missing: Math.max(1, one.needed - approved.length) }];
  });
}

/** What names it among others of its deployment; what the environment itself demands comes before all others. */
export const approvalWords = ({
  state,
  iteration,
}: Pick<Approval, 'state' | 'iteration'>): readonly string[] =>
  state === undefined ? [] : ['--state', labelOf({ state, iteration })];

/** Approvals that have not been told of yet, or wait for fewer people than they did. */
export async function newApprovals(
  store: ObjectStore,
  record: Deployment,
  asked: Set<string>,
  command: (...words: readonly string[]) => string,
): Promise<readonly ApprovalNews[]> {
  const all = await waitingApprovals(store, record);
  return all.flatMap((one): readonly ApprovalNews[] => {
    const identity = `${one.entry} ${one.missing}`;
    if (asked.has(identity)) return [];
    asked.add(identity);
    const { state, iteration, message, since, missing } = one;
    const words = ['approve', record.deployment, '--env', record.environment, ...approvalWords(one)];
    return [
      {
        event: 'approval',
        time: since,
        ...(state !== undefined && { state }),
        iteration,
        message,
        needed: missing,
        command: command(...words),
      },
    ];
  });
}
