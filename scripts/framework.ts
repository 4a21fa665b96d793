import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { common, replace, root } from './bundling.js';
import { programs } from './programs.js';

const dist = join(root, 'dist');
/** Says of what the templates were made: the CDK takes seconds, and is asked only when that has changed. */
const madeOf = join(dist, 'framework/made-of');

/**
 * Makes `dist/functions.zip` and `dist/runner.cjs`, what runs in AWS, and `dist/framework/account.json` and `environment.json`,
 * the templates of both stacks. Gives the files that went into what runs.
 */
export async function framework(): Promise<readonly string[]> {
  const [made, app] = await Promise.all([programs(), appText()]);
  replace(join(dist, 'functions.zip'), made.functions);
  replace(join(dist, 'runner.cjs'), made.runner);
  const cdk = readFileSync(join(root, 'node_modules/aws-cdk-lib/package.json'), 'utf8');
  const digest = hash('sha256', [app, made.receiver, cdk].join('\n'));
  if (!isMadeOf(digest)) {
    await writeTemplates(made.receiver);
    replace(madeOf, digest);
  }
  return Object.values(made.metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
}

async function writeTemplates(receiver: string): Promise<void> {
  // The tests validate the templates, in more ways.
  process.env.CDK_VALIDATION = 'false';
  const { templates } = await import('../src/framework/app.js');
  const output = mkdtempSync(join(tmpdir(), 'plancc-framework-'));
  // Without white space: CloudFormation takes 51,200 bytes from who has no bucket yet.
  for (const [name, template] of Object.entries(templates(receiver, output)))
    replace(join(dist, `framework/${name}.json`), JSON.stringify(template));
  rmSync(output, { recursive: true });
}

/** All that the templates are made of but what is put into them. */
async function appText(): Promise<string> {
  const options = { ...common, format: 'esm', packages: 'external' } as const;
  const { outputFiles } = await bundle({ ...options, entryPoints: ['src/framework/app.ts'] });
  return outputFiles[0]!.text;
}

function isMadeOf(digest: string): boolean {
  try {
    return readFileSync(madeOf, 'utf8') === digest;
  } catch {
    return false;
  }
}
