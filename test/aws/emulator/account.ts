import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetRoleCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { Credentials, Emulator } from './index.js';
import { rootCredentials } from './index.js';
import { zipped } from './zipped.js';

/** What clients of the SDK are made with. */
export const settings = (
  { url }: Emulator,
  credentials: Credentials = rootCredentials,
  region = 'us-east-1',
) => ({
  endpoint: url,
  region,
  credentials,
  forcePathStyle: true,
});

export async function createUser(emulator: Emulator, name: string): Promise<Credentials> {
  const iam = new IAMClient(settings(emulator));
  await iam.send(new CreateUserCommand({ UserName: name }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: name }));
  return { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
}

/** Gives its ARN; a service or an account may assume it. One that is there already stays as it is. */
export async function createRole(emulator: Emulator, name: string, principal: object): Promise<string> {
  const iam = new IAMClient(settings(emulator));
  const statement = { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' };
  const document = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const request = { RoleName: name, AssumeRolePolicyDocument: document };
  const { Role } = await iam.send(new CreateRoleCommand(request)).catch((error) => {
    if (error.name !== 'EntityAlreadyExistsException') throw error;
    return iam.send(new GetRoleCommand(request));
  });
  return Role!.Arn!;
}

export async function assumeRole(
  emulator: Emulator,
  roleArn: string,
  session: string,
  { by = rootCredentials, externalId }: { readonly by?: Credentials; readonly externalId?: string } = {},
): Promise<Credentials> {
  const { Credentials: made } = await new STSClient(settings(emulator, by)).send(
    new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: session, ExternalId: externalId }),
  );
  return {
    accessKeyId: made!.AccessKeyId!,
    secretAccessKey: made!.SecretAccessKey!,
    sessionToken: made!.SessionToken!,
  };
}

/** A function of one file, `index.js`, whose export `handler` is called; gives its ARN. */
export async function createFunction(
  emulator: Emulator,
  name: string,
  roleArn: string,
  code: string,
  variables: { readonly [name: string]: string } = {},
): Promise<string> {
  const { FunctionArn } = await new LambdaClient(settings(emulator)).send(
    new CreateFunctionCommand({
      FunctionName: name,
      Role: roleArn,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Timeout: 30,
      Code: { ZipFile: zipped({ 'index.js': code }) },
      Environment: { Variables: { ...variables } },
    }),
  );
  return FunctionArn!;
}
