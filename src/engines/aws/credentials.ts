import { fromIni, fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { type Credentials, shared } from './shared-credentials.js';

/** Those of a profile, or those that are found by the SDK's rules. */
export const ownCredentials = (profile: string | undefined): Credentials =>
  // The chain, given a profile, warns of keys in the environment, which do not count then.
  profile === undefined ? fromNodeProviderChain() : shared(fromIni({ profile }));

/** Those of a role that `caller`, an ARN, takes on under a name that tells who it is. */
export const roleCredentials = (roleArn: string, own: Credentials, caller: string): Credentials =>
  shared(
    fromTemporaryCredentials({
      params: { RoleArn: roleArn, RoleSessionName: sessionName(caller) },
      masterCredentials: own,
    }),
  );

/**
 * The name of a user, or of the session of a role: who requested and who decided is told apart by it.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters
 */
export const sessionName = (caller: string): string =>
  caller
    .slice(caller.lastIndexOf(caller.includes('/') ? '/' : ':') + 1)
    .replace(/[^\w+=,.@-]/g, '-')
    .padEnd(2, '-')
    .slice(0, 64);
