import { putBlob } from '../../../environment/blobs.js';
import type { ObjectStore } from '../../../ports/object-store.js';
import type { OtherStore, StackPlace, StoreAddress } from '../../../ports/stacks.js';
import { StatesError } from '../../../ports/states-error.js';
import { StoreError } from '../../../ports/store-error.js';
import type { Acting } from '../acting.js';
import type { Clients } from '../clients.js';
import { denialIn } from '../denied.js';
import { storeBucket } from '../names.js';
import { createStore } from '../store/index.js';
import { storeAddress } from '../store-address.js';

/** The environment's own account and region, and its store. */
export interface Home extends StoreAddress {
  readonly account: string;
  readonly region: string;
  readonly store: ObjectStore;
}

/** Clients for a stack: what a plan names is asked with the credentials of its own role. */
export const clientsFor = (acting: Acting, { region, roleArn, assumeRoleArn }: StackPlace): Clients =>
  roleArn === undefined && assumeRoleArn === undefined
    ? acting.own(region)
    : acting.ofPlan({ region, assumeRoleArn });

/**
 * The store of the account and region of a stack; undefined for the environment's own. CloudFormation and Lambda fetch
 * only from a bucket of their own region, and what another account may read is its own business.
 */
export async function storeFor(
  acting: Acting,
  home: Home,
  { region = home.region, assumeRoleArn }: StackPlace,
): Promise<OtherStore | undefined> {
  const account = assumeRoleArn?.split(':')[4] ?? home.account;
  if (account === home.account && region === home.region) return undefined;
  const bucket = storeBucket(account, region);
  const clients = account === home.account ? acting.own(region) : acting.ofPlan({ region, assumeRoleArn });
  const { get, has, download, putIfAbsent } = createStore(await clients.s3(), bucket);
  const where = { account, region, bucket };
  return {
    ...storeAddress(bucket, region),
    store: {
      get: (key) => thereIs(get(key), where),
      has: (key) => thereIs(has(key), where),
      download: (key, file) => thereIs(download(key, file), where),
      putIfAbsent: (key, body) => thereIs(putIfAbsent(key, body), where),
    },
  };
}

interface Where {
  readonly account: string;
  readonly region: string;
  readonly bucket: string;
}

/** Throws a `StatesError` when the store is not there, or may not be used. */
async function thereIs<T>(done: Promise<T>, { account, region, bucket }: Where): Promise<T> {
  try {
    return await done;
  } catch (error) {
    if (error instanceof StoreError && error.problem.code === 'PLAN7042') {
      const cause = `the account ${account} has no store in ${region}, from which CloudFormation could fetch templates and code; run \`plancc setup --region ${region}\` with credentials of that account, which makes the bucket ${bucket}`;
      throw new StatesError('StoreMissing', cause);
    }
    const denial = denialIn(error, 's3:PutObject');
    throw denial === undefined ? error : new StatesError('NotAllowed', denial);
  }
}

/** Puts a template into a store under its digest; gives its URL. Throws a `StoreError` when something else is there. */
export async function putTemplate({ store, url }: OtherStore, template: string): Promise<string> {
  return `${url}/${await putBlob(store, Buffer.from(template))}`;
}
