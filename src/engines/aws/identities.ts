import { GetRoleCommand, GetUserCommand, type IAMClient } from '@aws-sdk/client-iam';
import type { Identities } from '../../ports/identities.js';
import { isNamed } from './error-name.js';

/**
 * People and programs as S3 names them, by ids that no other user or role ever gets (`AIDA…`, `AROA…:<session>`). The ARNs
 * of users, roles and sessions of this account are looked up; one of another account can only be meant by its id:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export function createIdentities(client: Pick<IAMClient, 'send'>): Identities {
  return {
    is: async (by, principal) => {
      const meant = meantBy(principal);
      if (meant === undefined) return by === principal || by.startsWith(`${principal}:`);
      const [id, session] = by.split(':');
      if (meant.session !== undefined && meant.session !== session) return false;
      const found = await ask(client, meant);
      return found !== undefined && found.id === id && found.arn.startsWith(meant.arn);
    },
    // A session is named after its user where people sign in, whichever of their roles they take on:
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/howtogetcredentials.html
    isSame: (by, other) =>
      by === other || (sessionOf(by) !== undefined && sessionOf(by) === sessionOf(other)),
  };
}

const sessionOf = (by: string): string | undefined => by.split(':')[1];

interface Known {
  readonly id: string;
  readonly arn: string;
}

interface Meant {
  readonly kind: 'role' | 'user';
  readonly name: string;
  /** What the ARN of the user or role begins with: that of a session does not tell its role's path. */
  readonly arn: string;
  readonly session?: string | undefined;
}

const ofIam = /^arn:[^:]+:iam::\d+:(role|user)\/(?:.+\/)?([^/]+)$/;
const ofSession = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\/([^/]+)$/;

/** Undefined for what is no ARN of a user, a role or a session. */
function meantBy(principal: string): Meant | undefined {
  const [, kind, name] = ofIam.exec(principal) ?? [];
  if (name !== undefined) return { kind: kind === 'user' ? 'user' : 'role', name, arn: principal };
  const [, partition, account, role, session] = ofSession.exec(principal) ?? [];
  return role === undefined
    ? undefined
    : { kind: 'role', name: role, arn: `arn:${partition}:iam::${account}:role/`, session };
}

async function ask(client: Pick<IAMClient, 'send'>, { kind, name }: Meant): Promise<Known | undefined> {
  try {
    if (kind === 'user') {
      const { User } = await client.send(new GetUserCommand({ UserName: name }));
      return { id: User?.UserId ?? '', arn: User?.Arn ?? '' };
    }
    const { Role } = await client.send(new GetRoleCommand({ RoleName: name }));
    return { id: Role?.RoleId ?? '', arn: Role?.Arn ?? '' };
  } catch (error) {
    if (isNamed(error, 'NoSuchEntityException', 'NoSuchEntity')) return undefined;
    throw error;
  }
}
