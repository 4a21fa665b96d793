import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environment } from '../../cli/plancc.js';
import { newFolder } from '../../folder.js';
import type { Emulator } from '../emulator/index.js';

export const packages = join(import.meta.dirname, '../../../node_modules');

/** What `cdk deploy` needs in an account and region, made by the CDK itself. */
export async function bootstrap(emulator: Emulator): Promise<void> {
  const line = ['bootstrap', 'aws://123456789012/us-east-1', '--no-notices'];
  const env = environment({ ...emulator.environment(), CDK_DISABLE_CLI_TELEMETRY: 'true' });
  await promisify(execFile)(join(packages, '.bin/cdk'), line, { cwd: newFolder(), env });
}
