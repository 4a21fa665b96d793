import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build as bundle } from 'esbuild';
import { common, replace, root, script } from './bundling.js';

const folder = join(root, 'dist/framework');
/** Says of what the templates were made: the CDK takes seconds, and is asked only when that has changed. */
const madeOf = join(folder, 'made-of');

/** Makes `dist/framework/account.json` and `environment.json`, the templates of both stacks. */
export async function framework(): Promise<void> {
  const [receiver, app] = await Promise.all([
    receiverProgram(),
    textOf({ ...common, format: 'esm', packages: 'external', entryPoints: ['src/framework/app.ts'] }),
  ]);
  const cdk = readFileSync(join(root, 'node_modules/aws-cdk-lib/package.json'), 'utf8');
  const digest = hash('sha256', [app, receiver, cdk].join('\n'));
  if (isMadeOf(digest)) return;
  // The tests validate the templates, in more ways.
  process.env.CDK_VALIDATION = 'false';
  const { templates } = await import('../src/framework/app.js');
  const output = mkdtempSync(join(tmpdir(), 'plancc-framework-'));
  // Without white space: CloudFormation takes 51,200 bytes from who has no bucket yet.
  for (const [name, template] of Object.entries(templates(receiver, output)))
    replace(join(folder, `${name}.json`), JSON.stringify(template));
  rmSync(output, { recursive: true });
  replace(madeOf, digest);
}

/** The receiver's program, as text for its template. Lambda brings the clients. */
export const receiverProgram = (): Promise<string> =>
  textOf({
    ...common,
    ...script,
    target: 'node22',
    entryPoints: ['src/engines/aws/functions/receiver.ts'],
    external: ['@aws-sdk/*'],
    minify: true,
    banner: {},
  });

async function textOf(options: BuildOptions): Promise<string> {
  const { outputFiles } = await bundle(options);
  return outputFiles![0]!.text;
}

function isMadeOf(digest: string): boolean {
  try {
    return readFileSync(madeOf, 'utf8') === digest;
  } catch {
    return false;
  }
}
