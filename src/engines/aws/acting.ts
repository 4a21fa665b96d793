import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { Clients } from './clients.js';
import { allowed } from './denied.js';
import { type Credentials, shared } from './shared-credentials.js';

/** The function's own region and role where nothing else is said. */
export interface As {
  readonly region?: string | undefined;
  readonly credentials?: Credentials | undefined;
}

/** As whom a function of an environment asks AWS. */
export interface Acting {
  /** Clients of its own role. */
  readonly own: (region?: string) => Clients;
  /**
   * Clients of the role of the plan that is worked for, or of the role that it assumes in turn: the function lends none of
   * its own permissions to what a plan names. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
   */
  readonly ofPlan: (named: Named) => Clients;
}

/** What a plan names, which counts no more than what its own role may do. */
export interface Named {
  readonly region?: string | undefined;
  readonly assumeRoleArn?: string | undefined;
}

interface Given {
  readonly environment: string;
  readonly clients: (as: As) => Clients;
  /** ARN of the role of the plan that is worked for. */
  readonly planRole: () => Promise<string>;
}

/** For what is done for one plan: each role is assumed once, whatever is asked with it. */
export function createActing({ environment, clients, planRole }: Given): Acting {
  const ofPlan = shared(async () => assume(clients({}), await planRole(), environment));
  const assumed = new Map<string, Credentials>();
  const credentialsOf = (role: string): Credentials => {
    const known =
      assumed.get(role) ?? shared(() => assume(clients({ credentials: ofPlan }), role, environment));
    assumed.set(role, known);
    return known;
  };
  return {
    own: (region) => clients({ region }),
    ofPlan: ({ region, assumeRoleArn }) =>
      clients({
        region,
        credentials: assumeRoleArn === undefined ? ofPlan : credentialsOf(assumeRoleArn),
      }),
  };
}

/** The environment is the external id: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html */
async function assume(clients: Clients, role: string, environment: string): ReturnType<Credentials> {
  const sts = await clients.sts();
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
