import type { STSClientConfig } from '@aws-sdk/client-sts';
import type { Asking } from './refusals/refusal.js';
import { type Refusable, refusing } from './refusals/refusing.js';
import { s3Endpoint } from './store-address.js';

/** What the clients of all services are made with. */
export type Settings = Pick<STSClientConfig, 'region' | 'profile' | 'credentials' | 'requestHandler'>;

/** One client for each service, made when it is first asked for: the packages take time to load. */
export type Clients = ReturnType<typeof createClients>;

export function createClients(settings: Settings, asking: Asking = {}) {
  const lazily = <C, I extends object, O extends { readonly $metadata: object }>(
    make: () => Promise<C & Refusable<I, O>>,
  ): (() => Promise<C>) => {
    let made: Promise<C> | undefined;
    return () => {
      made ??= make().then((client) => {
        refusing(client, asking);
        return client;
      });
      return made;
    };
  };
  return {
    cloudformation: lazily(async () => {
      const { CloudFormationClient } = await import('@aws-sdk/client-cloudformation');
      return new CloudFormationClient(settings);
    }),
    ecs: lazily(async () => new (await import('@aws-sdk/client-ecs')).ECSClient(settings)),
    events: lazily(async () => {
      const { EventBridgeClient } = await import('@aws-sdk/client-eventbridge');
      return new EventBridgeClient(settings);
    }),
    iam: lazily(async () => new (await import('@aws-sdk/client-iam')).IAMClient(settings)),
    lambda: lazily(async () => new (await import('@aws-sdk/client-lambda')).LambdaClient(settings)),
    s3: lazily(async () => {
      const { S3Client } = await import('@aws-sdk/client-s3');
      return new S3Client({ ...settings, forcePathStyle: s3Endpoint() !== undefined });
    }),
    secrets: lazily(async () => {
      const { SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
      return new SecretsManagerClient(settings);
    }),
    sfn: lazily(async () => new (await import('@aws-sdk/client-sfn')).SFNClient(settings)),
    sns: lazily(async () => new (await import('@aws-sdk/client-sns')).SNSClient(settings)),
    sqs: lazily(async () => new (await import('@aws-sdk/client-sqs')).SQSClient(settings)),
    ssm: lazily(async () => new (await import('@aws-sdk/client-ssm')).SSMClient(settings)),
    sts: lazily(async () => new (await import('@aws-sdk/client-sts')).STSClient(settings)),
  };
}
