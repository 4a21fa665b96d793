import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { Clients, Settings } from './clients.js';
import { allowed } from './denied.js';

export type Credentials = Exclude<Settings['credentials'], undefined>;

/** The function's own region and role where nothing else is said. */
export interface As {
  readonly region?: string | undefined;
  readonly credentials?: Credentials | undefined;
}

/** With whose credentials a function of an environment asks AWS. */
export interface Acting {
  readonly environment: string;
  readonly clients: (as: As) => Clients;
  /** ARN of the role of the plan that is worked for. */
  readonly planRole: () => Promise<string>;
}

/** What a plan names, which counts no more than what its own role may do. */
export interface Named {
  readonly region?: string | undefined;
  readonly assumeRoleArn?: string | undefined;
}

/**
 * Clients of the plan's role, or of the role that it assumes in turn: the function lends none of its own permissions to
 * what a plan names. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export const clientsOfPlan = (acting: Acting, { region, assumeRoleArn }: Named): Clients =>
  acting.clients({ region, credentials: credentialsFor(acting, assumeRoleArn) });

export function credentialsFor(acting: Acting, assumeRoleArn: string | undefined): Credentials {
  const ofPlan: Credentials = async () => assume(acting, undefined, await acting.planRole());
  return assumeRoleArn === undefined ? ofPlan : () => assume(acting, ofPlan, assumeRoleArn);
}

/** The environment is the external id: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html */
async function assume(
  { environment, clients }: Acting,
  credentials: Credentials | undefined,
  role: string,
): ReturnType<Extract<Credentials, (...given: never) => unknown>> {
  const sts = await clients({ credentials }).sts();
  const command = new AssumeRoleCommand({
    RoleArn: role,
    RoleSessionName: `plancc-${environment}`,
    ExternalId: environment,
  });
  const advice = `let ${role} trust it with the external id ${environment}`;
  const { Credentials: given } = await allowed('sts:AssumeRole', advice, sts.send(command));
  return {
    accessKeyId: given!.AccessKeyId!,
    secretAccessKey: given!.SecretAccessKey!,
    sessionToken: given!.SessionToken!,
    expiration: given!.Expiration!,
  };
}
