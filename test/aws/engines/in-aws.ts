import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { type Mocks, type Outcome, objectIn } from '../../../src/engines/local/mocks/mocks.js';
import { objectOr } from '../../../src/language/json.js';
import { createFunction, createRole, settings } from '../emulator/account.js';
import type { Emulator } from '../emulator/index.js';
import type { Project } from './project.js';
import type { World } from './worlds.js';

/** Lets AWS be as the mocks of a project say: by its services, but for states of which the emulator does not have the service. */
export async function makeWorld(
  emulator: Emulator,
  { name, mocks, plan }: Project,
  { really = [] }: World,
): Promise<void> {
  await Promise.all([parameters(emulator, mocks), objects(emulator, mocks), functions(emulator, mocks)]);
  for (const [state, outcomes] of Object.entries(mocks.States ?? {}))
    if (!really.includes(state))
      await emulator.answer(
        name,
        state,
        [outcomes].flat().map(typeOf(plan, state) === 'lambda' ? asInvoked : same),
      );
}

async function parameters(emulator: Emulator, { Parameters = {}, Secrets = {} }: Mocks): Promise<void> {
  const ssm = new SSMClient(settings(emulator));
  for (const [Name, Value] of Object.entries(Parameters))
    await ssm.send(new PutParameterCommand({ Name, Value, Type: 'String', Overwrite: true }));
  const secrets = new SecretsManagerClient(settings(emulator));
  for (const [Name, SecretString] of Object.entries(Secrets))
    await secrets.send(new CreateSecretCommand({ Name, SecretString }));
}

async function objects(emulator: Emulator, mocks: Mocks): Promise<void> {
  const s3 = new S3Client(settings(emulator));
  for (const place of Object.keys(mocks.Objects ?? {})) {
    const [Bucket, Key] = [place.slice(0, place.indexOf('/')), place.slice(place.indexOf('/') + 1)];
    await s3.send(new CreateBucketCommand({ Bucket })).catch(() => undefined);
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: objectIn(mocks, Bucket, Key)! }));
  }
}

async function functions(emulator: Emulator, { Functions = {} }: Mocks): Promise<void> {
  const role = await createRole(emulator, 'functions', { Service: 'lambda.amazonaws.com' });
  for (const [name, result] of Object.entries(Functions))
    await createFunction(emulator, name, role, `exports.handler = async () => (${JSON.stringify(result)});`);
}

const same = (outcome: Outcome): Outcome => outcome;

/** What a function gives, as Step Functions has it: https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html */
const asInvoked = (outcome: Outcome): Outcome =>
  'Return' in outcome ? { Return: { Payload: outcome.Return, StatusCode: 200 } } : outcome;

/** Mocks of functions are of states at the top of their plans. */
const typeOf = ({ value }: Project['plan'], state: string) =>
  objectOr(objectOr(objectOr(value).States)[state]).Type;
