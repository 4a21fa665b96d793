import { hash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { DeleteBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { programs } from '../../../scripts/programs.js';
import { accountStack, environmentStack, frameworkKey, storeBucket } from '../../../src/engines/aws/names.js';
import { createOrchestrator } from '../../../src/engines/aws/orchestrator/index.js';
import { createStore } from '../../../src/engines/aws/store/index.js';
import { hasEnded, readDeployment } from '../../../src/environment/deployments.js';
import { createEnvironment } from '../../../src/environment/environments.js';
import type { DeploymentName } from '../../../src/environment/keys.js';
import type { Deployment, Environment, Request } from '../../../src/environment/records.js';
import { newDeploymentId, putRequest } from '../../../src/environment/requests.js';
import { ship } from '../../../src/environment/ship.js';
import { templates } from '../../../src/framework/app.js';
import { plancc } from '../../cli/plancc.js';
import { type Files, newFolder } from '../../folder.js';
import { settings } from '../emulator/account.js';
import type { Credentials, Emulator } from '../emulator/index.js';
import { until } from '../emulator/until.js';

const made = await programs();

/** The account's stack and that of an environment, as plancc makes them, with the programs as they are built. */
export async function newEnvironment(emulator: Emulator, given: Partial<Environment> = {}) {
  const name = given.name ?? 'test';
  const framework = templates(made.receiver, newFolder());
  const cloudformation = new CloudFormationClient(settings(emulator));
  const bucket = storeBucket('123456789012', 'us-east-1');
  const s3 = new S3Client(settings(emulator));
  const store = createStore(s3, bucket);
  const digest = hash('sha256', made.functions);
  await createStack(cloudformation, accountStack, framework.account!, {});
  // The emulator knows no conditions of policies, and would refuse everything.
  await s3.send(new DeleteBucketPolicyCommand({ Bucket: bucket }));
  await store.putIfAbsent(frameworkKey(digest, 'functions.zip'), made.functions);
  await store.putIfAbsent(frameworkKey(digest, 'runner.cjs'), Buffer.from(made.runner));
  await createStack(cloudformation, environmentStack(name), framework.environment!, {
    Environment: name,
    Code: digest,
  });
  const created = { by: 'tester', at: new Date().toISOString() };
  await createEnvironment(store, {
    ...{ name, kind: 'test', concurrency: 'queue', approvals: 0, created },
    ...given,
  });
  const storeOf = (credentials: Credentials) =>
    createStore(new S3Client(settings(emulator, credentials)), bucket);
  return {
    store,
    storeOf,
    orchestrator: createOrchestrator(new SFNClient(settings(emulator))),
    /** Builds a project and ships it; gives what a request to deploy it says. */
    shipped: async (files: Files): Promise<{ readonly name: string; readonly request: Request }> => {
      const zip = join(newFolder(), 'project.zip');
      const built = plancc(['build', newFolder(files), '--out', zip]);
      if (built.status !== 0) throw new Error(built.stderr);
      const result = await ship(zip, store);
      if ('problems' in result) throw new Error(JSON.stringify(result.problems));
      return { name: result.name, request: { action: 'deploy', version: result.version, id: result.id } };
    },
    /** Puts a request as somebody. */
    request: async (name: string, request: Request, by: Credentials): Promise<DeploymentName> => {
      const named = { environment: 'test', name, deployment: newDeploymentId(Date.now(), randomBytes(3)) };
      await putRequest(storeOf(by), named, request);
      return named;
    },
    ended: (named: DeploymentName): Promise<Deployment> =>
      until(async () => {
        const record = await readDeployment(store, named);
        return record !== undefined && hasEnded(record) ? record : undefined;
      }, 60),
  };
}

async function createStack(
  client: CloudFormationClient,
  name: string,
  template: object,
  parameters: { readonly [name: string]: string },
): Promise<void> {
  await client.send(
    new CreateStackCommand({
      StackName: name,
      TemplateBody: JSON.stringify(template),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
  const status = await until(async () => {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const { StackStatus } = Stacks![0]!;
    return StackStatus === 'CREATE_IN_PROGRESS' ? undefined : StackStatus;
  }, 60);
  if (status === 'CREATE_COMPLETE') return;
  const { StackEvents } = await client.send(new DescribeStackEventsCommand({ StackName: name }));
  throw new Error(`${name}: ${StackEvents!.map((event) => event.ResourceStatusReason).join('; ')}`);
}
