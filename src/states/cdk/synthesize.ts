import { isObject, jsonIn, objectOr } from '../../language/json.js';
import { StatesError } from '../../ports/states-error.js';
import { folderOf, resolvePath } from '../../source/relative-path.js';
import { howFailed } from '../ended.js';
import type { JobContext } from '../job-context.js';
import type { CdkProperties } from './schema.js';

/** What a shell says of a program that it cannot find: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02 */
const notFound = 127;
const looksUp =
  /Need to perform AWS calls|lookups have been disabled|Unable to (?:resolve|determine)[^\n]* account/;

/** Builds the app and synthesises it with its own CDK; gives the folder of the assembly. */
export async function synthesize(context: JobContext<CdkProperties>): Promise<string> {
  const { properties, commands, program, lastLines } = context;
  const { Path, App, Build = [] } = properties;
  const unbuilt = Build.length === 0 ? undefined : howFailed(await commands(Build.map(String), Path));
  if (unbuilt !== undefined) throw new StatesError('JobFailed', `a command of \`Build\` ${unbuilt}`);
  setContext(context);
  const cdk = ownCdk(context);
  const app = App === undefined ? [] : ['--app', String(App)];
  const words = ['synth', '--quiet', '--ci', '--no-notices', '--output', 'cdk.out', ...app];
  const ended = await program([cdk ?? 'cdk', ...words], Path);
  const failed = howFailed(ended);
  if (failed === undefined) return resolvePath(Path, 'cdk.out')!;
  if (cdk === undefined && 'code' in ended && ended.code === notFound) {
    const where = `neither in \`${Path}/node_modules\` nor in the \`PATH\` of the runner`;
    throw new StatesError(
      'JobFailed',
      `there is no \`cdk\`, ${where}: install it, for example by \`Build: [npm ci]\``,
    );
  }
  const hint = looksUp.test(lastLines())
    ? '; the app looks something up in its account: run `cdk synth` where that is allowed, and package `cdk.context.json`'
    : '';
  throw new StatesError('JobFailed', `\`cdk synth\` ${failed}${hint}`);
}

/** The CDK that the app has installed, there or in a folder around it. */
function ownCdk({ properties, files, locate }: JobContext<CdkProperties>): string | undefined {
  const project = files();
  for (let folder = resolvePath('', properties.Path)!; ; folder = folderOf(folder)) {
    const path = resolvePath(folder, 'node_modules/.bin/cdk')!;
    if (project.kind(path) === 'file') return locate(path);
    if (folder === '') return undefined;
  }
}

/**
 * Puts `Context` into `cdk.json`, where its values keep their types and win over what is there: on a command line they
 * would all be text. https://docs.aws.amazon.com/cdk/v2/guide/context.html
 */
function setContext({ properties: { Path, Context }, files, write }: JobContext<CdkProperties>): void {
  if (Context === undefined) return;
  const path = resolvePath(Path, 'cdk.json')!;
  const settings = jsonIn(files().read(path) ?? '{}');
  if (!isObject(settings)) throw new StatesError('JobFailed', `\`${path}\` is not a JSON object`);
  const context = { ...objectOr(settings.context), ...(Context as object) };
  write(path, JSON.stringify({ ...settings, context }, null, 2));
}
