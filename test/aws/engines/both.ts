import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { AttachUserPolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import { managedPolicy } from '../../../src/engines/aws/names.js';
import { bin, environment } from '../../cli/plancc.js';
import { newFolder, write } from '../../folder.js';
import { fixtures } from '../../golden.js';
import { createUser, settings } from '../emulator/account.js';
import type { Credentials, Emulator } from '../emulator/index.js';
import type { Life } from '../life/harness.js';
import { makeWorld } from './in-aws.js';
import { type Project, projectOf } from './project.js';
import { type Told, toldBy } from './told.js';
import type { World } from './worlds.js';

const packages = join(import.meta.dirname, '../../../node_modules/.bin');

/** What containers have that are processes here: commands that stand for those of their images, and the CDK. */
export function withCommands(): void {
  const folders = [
    join(import.meta.dirname, 'commands'),
    join(fixtures, 'landscape/database/mocks/bin'),
    packages,
  ];
  process.env.PATH = [...folders, process.env.PATH].join(delimiter);
}

export interface Both {
  readonly local: Told;
  readonly aws: Told;
}

/** Somebody with the policy for those who deploy to `dev`, and no other. */
export async function newDeployer(emulator: Emulator): Promise<Credentials> {
  const UserName = 'deployer';
  const credentials = await createUser(emulator, UserName);
  const PolicyArn = `arn:aws:iam::123456789012:policy/${managedPolicy('dev', 'us-east-1', 'deployer')}`;
  await new IAMClient(settings(emulator)).send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
  return credentials;
}

/** Deploys a fixture to the environment `dev` of both engines. `store` is the folder of the local ones. */
export async function deployed(
  life: Life,
  as: Credentials,
  fixture: string,
  world: World,
  store: string = join(newFolder(), 'plancc'),
): Promise<Both> {
  const before = world.before && beforeIn(world.before);
  const project = projectOf(fixture, world);
  await makeWorld(life.emulator, project, world);
  const local = async () => {
    if (before !== undefined) await here(before, store);
    return here(project.folder, store);
  };
  const inAws = async () => {
    if (before !== undefined) await life.run(`deploy '${before}' --env dev`, { as });
    const { stdout, stderr } = await life.run(`deploy '${project.folder}' --env dev --json`, { as });
    return { stdout, stderr };
  };
  const [first, second] = await Promise.all([local(), inAws()]);
  return { local: told(first, project), aws: told(second, project) };
}

function beforeIn(files: NonNullable<World['before']>): string {
  const folder = join(newFolder(), 'before');
  for (const [path, content] of Object.entries(files)) write(folder, path, content);
  return folder;
}

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

function told({ stdout, stderr }: Printed, { plan }: Project): Told {
  if (!stdout.includes('"event":"end"')) throw new Error(stderr || stdout);
  return toldBy(stdout, plan.value);
}

async function here(folder: string, store: string): Promise<Printed> {
  const line = [bin, 'deploy', folder, '--env', 'dev', '--store', store, '--json'];
  const options = { cwd: newFolder(), env: environment(), maxBuffer: 1e8 };
  return promisify(execFile)(process.execPath, line, options).catch((error: Printed) => error);
}
