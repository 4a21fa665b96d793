import { StoreError } from '../../ports/store-error.js';
import { type Clients, createClients } from './clients.js';
import { ownCredentials, roleCredentials } from './credentials.js';
import { storeBucket } from './names.js';
import { checkProfile } from './profiles.js';
import { refusalIn } from './refusals/refusal.js';
import { unreachable } from './refusals/unable.js';
import type { Credentials } from './shared-credentials.js';

/** Where an environment is, as far as the SDK's own rules do not say so. */
export interface Whereabouts {
  readonly region?: string | undefined;
  /** A profile of the configuration of AWS. */
  readonly profile?: string | undefined;
  /** ARN of a role to take on, with the credentials of the profile. */
  readonly roleArn?: string | undefined;
}

/** An account and region, and who asks there. */
export interface Connection extends Clients {
  readonly region: string;
  readonly account: string;
  /** ARN of the user, or of the session of a role. */
  readonly caller: string;
  /** The same as S3 names it in notifications: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
  readonly userId: string;
  /** Name of the store. */
  readonly bucket: string;
}

/** Longest time in which a connection is made, and without a word on it. */
const requestHandler = { connectionTimeout: 5_000, socketTimeout: 120_000 }; // milliseconds

/**
 * Finds credentials and region as every program for AWS does: https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html,
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html. Throws a `StoreError` when there are none. So do the
 * clients when AWS cannot be reached, or refuses whoever asks.
 */
export async function connect(whereabouts: Whereabouts): Promise<Connection> {
  const { region, profile, roleArn } = whereabouts;
  // What it would say of versions of Node.js is not about the version of the SDK that plancc has.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  await checkProfile(profile);
  const as = (credentials: Credentials): Promise<Connection> =>
    identified(
      createClients(
        {
          ...(region !== undefined && { region }),
          ...(profile !== undefined && { profile }),
          credentials,
          requestHandler,
        },
        whereabouts,
      ),
    );
  const own = ownCredentials(profile);
  const connection = await as(own);
  return roleArn === undefined ? connection : as(roleCredentials(roleArn, own, connection.caller));
}

async function identified(clients: Clients): Promise<Connection> {
  const [{ GetCallerIdentityCommand }, sts] = await Promise.all([
    import('@aws-sdk/client-sts'),
    clients.sts(),
  ]);
  const { Account, Arn, UserId } = await sts.send(new GetCallerIdentityCommand({})).catch(notAws);
  if (Account === undefined || Arn === undefined || UserId === undefined) return notAws(undefined);
  const region = await sts.config.region();
  const bucket = storeBucket(Account, region);
  return { ...clients, region, account: Account, caller: Arn, userId: UserId, bucket };
}

/** Everybody may ask AWS who they are. */
function notAws(error: unknown): never {
  if (error instanceof Error && refusalIn(error).status === undefined) throw error;
  throw new StoreError(unreachable('what answers there is not AWS'));
}
