import { type As, createActing } from '../../src/engines/aws/acting.js';
import type { Clients } from '../../src/engines/aws/clients.js';
import { fakeClient } from './fake-client.js';

type Answers = Parameters<typeof fakeClient>[0];

/** What is asked of all services, by whom, where. `forbidden` are roles that may not be assumed. */
export function actingAs(answers: Answers, forbidden: readonly string[] = []) {
  const asked: (readonly [who: string, command: string, input: object])[] = [];
  const clients = ({ region, credentials }: As): Clients => {
    const service = async () => ({
      send: async (command: { readonly constructor: { readonly name: string }; readonly input: object }) => {
        const given = typeof credentials === 'function' ? await credentials() : credentials;
        const who = [given?.accessKeyId ?? 'itself', region]
          .filter((part) => part !== undefined)
          .join(' in ');
        const name = command.constructor.name.replace(/Command$/, '');
        asked.push([who, name, command.input]);
        if (name === 'AssumeRole') return assume(command.input as never, forbidden);
        return (fakeClient(answers).client as { send: (command: object) => unknown }).send(command);
      },
    });
    return new Proxy({}, { get: () => service }) as Clients;
  };
  const acting = createActing({
    environment: 'test',
    clients,
    planRole: async () => 'arn:aws:iam::111111111111:role/plan',
  });
  return { acting, asked };
}

/** The access key of a session is the role's name. */
function assume(
  { RoleArn, ExternalId }: { RoleArn: string; ExternalId: string },
  forbidden: readonly string[],
) {
  if (forbidden.includes(RoleArn) || ExternalId !== 'test') {
    const message = `User: arn:aws:iam::111111111111:role/worker is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`;
    throw Object.assign(new Error(message), { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
  }
  const name = RoleArn.split('/').at(-1)!;
  return {
    Credentials: {
      AccessKeyId: name,
      SecretAccessKey: 'x',
      SessionToken: 'x',
      Expiration: new Date(Date.now() + 3_600_000),
    },
  };
}

export const denial = (action: string, resource: string) => (): never => {
  const message = `User: arn:aws:sts::111111111111:assumed-role/worker/x is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows it`;
  throw Object.assign(new Error(message), {
    name: 'AccessDeniedException',
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  });
};

export const refusal = (name: string, message: string) => (): never => {
  throw Object.assign(new Error(message), { name, $fault: 'client', $metadata: { httpStatusCode: 400 } });
};

/** Name and message of the error that something fails with. */
export async function errorOf(made: Promise<unknown>): Promise<readonly [name: string, message: string]> {
  try {
    await made;
  } catch (error) {
    if (error instanceof Error) return [error.name, error.message];
  }
  throw new Error('it did not fail');
}
