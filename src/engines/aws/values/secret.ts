import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { lookedUp } from './looked-up.js';

/** Undefined when there is none of that name or ARN, or it has no value. */
export async function secretNamed(
  client: Pick<SecretsManagerClient, 'send'>,
  id: string,
): Promise<string | undefined> {
  const about = { action: 'secretsmanager:GetSecretValue', missing: ['ResourceNotFoundException'] };
  const found = await lookedUp(about, client.send(new GetSecretValueCommand({ SecretId: id })));
  const { SecretString, SecretBinary } = found ?? {};
  return SecretString ?? (SecretBinary && Buffer.from(SecretBinary).toString('utf8'));
}
