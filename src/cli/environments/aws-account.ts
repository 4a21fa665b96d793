import { type Connection, connect } from '../../engines/aws/connect.js';
import type { Means } from '../../engines/aws/own-stacks/own-stack.js';
import { putTemplate } from '../../engines/aws/stacks/place.js';
import { createStore } from '../../engines/aws/store/index.js';
import { storeAddress } from '../../engines/aws/store-address.js';
import type { ObjectStore } from '../../ports/object-store.js';
import { flagsOf } from '../setup/options.js';
import type { Terminal } from '../terminal.js';
import type { Registered } from './environments-file.js';

/** A region of an account, with its store, and how its stacks are made. */
export interface Account extends Connection {
  /** `123456789012/eu-west-1`. */
  readonly name: string;
  /** The options that name it: `--region eu-west-1 --profile production`, as they are typed. */
  readonly flags: string;
  readonly store: ObjectStore;
  readonly means: () => Promise<Means>;
}

/** Milliseconds between looks at a stack that is made. */
const pauses = { least: 1000, most: 5000 };

/** Where nothing is said, it is what the SDK finds. Throws a `StoreError` when AWS cannot be used. */
export async function openAccount(at: Partial<Registered>, terminal: Terminal): Promise<Account> {
  const connection = await connect({ region: at.Region, profile: at.Profile, roleArn: at.RoleArn });
  const { account, region, bucket } = connection;
  const flags = flagsOf({ ...at, Region: region });
  const store = createStore(await connection.s3(), bucket, `plancc setup ${flags}`);
  return {
    ...connection,
    name: `${account}/${region}`,
    flags,
    store,
    means: async () => ({
      client: await connection.cloudformation(),
      putTemplate: (text) => putTemplate({ store, ...storeAddress(bucket, region) }, text),
      signal: terminal.interruption(),
      pauses,
    }),
  };
}
