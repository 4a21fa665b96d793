import { randomBytes } from 'node:crypto';
import { accountStack, environmentStack } from '../../engines/aws/names.js';
import { allStacks, madeStack } from '../../engines/aws/own-stacks/known.js';
import type { OwnStack } from '../../engines/aws/own-stacks/own-stack.js';
import { prepare } from '../../engines/aws/own-stacks/prepare.js';
import { isThere } from '../../engines/aws/own-stacks/store-bucket.js';
import type { StackChange, WholeRequest } from '../../ports/stacks.js';
import { StoreError } from '../../ports/store-error.js';
import type { Account } from '../environments/aws-account.js';
import type { Framework } from './framework.js';
import { notMade } from './make.js';
import { type NetworkOptions, networkParameters } from './options.js';

/** What becomes of a stack of plancc when somebody agrees. */
export interface Change {
  readonly request: WholeRequest;
  readonly changes: readonly StackChange[];
  /** The text of the template that it has now; undefined for a new one. */
  readonly before: string | undefined;
}

export interface SettingUp extends NetworkOptions {
  readonly 'object-lock': string | undefined;
}

/** What has to be done to the stack of the account; undefined when it is as it should be. */
export async function accountChange(
  account: Account,
  { account: template }: Framework,
  options: SettingUp,
): Promise<Change | undefined> {
  const { client } = await account.means();
  const { 'log-days': days, 'object-lock': lock } = options;
  const parameters = {
    ...(days !== undefined && { LogRetentionDays: days }),
    ...(lock !== undefined && { ObjectLockDays: lock }),
  };
  const isNew = (await madeStack(client, accountStack)) === undefined;
  const takesOver = isNew && (await isThere(await account.s3(), account.bucket));
  return changeOf(account, { name: accountStack, template, parameters, takesOver });
}

/** The same of the stacks of all environments there. */
export async function environmentChanges(
  account: Account,
  { environment: template, digest }: Framework,
  options: SettingUp,
): Promise<readonly Change[]> {
  const parameters = { ...networkParameters(options), Code: digest };
  const names = await environmentStacks(account);
  const all = await Promise.all(names.map((name) => changeOf(account, { name, template, parameters })));
  return all.filter((change) => change !== undefined);
}

/** Names of the stacks of environments. */
export async function environmentStacks(account: Account): Promise<readonly string[]> {
  const { client } = await account.means();
  const names = (await allStacks(client)).map(({ StackName = '' }) => StackName);
  return names.filter((name) => name.startsWith(environmentStack('')));
}

/** What has to be done to a stack; undefined when it is as it should be. Throws a `StoreError` when nothing can be. */
export async function changeOf(account: Account, stack: OwnStack): Promise<Change | undefined> {
  const token = randomBytes(8).toString('hex');
  const prepared = await prepare(stack, token, await account.means());
  if (prepared.status === 'failed') throw new StoreError(notMade(account.name, stack.name, prepared.reason));
  return prepared.status === 'same' ? undefined : prepared;
}
