import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { groupFile } from '../../environment/jobs/process-group.js';
import { runProgram } from '../../environment/jobs/run-program.js';
import { jsonIn, objectOr } from '../../language/json.js';
import type { Assemblies, AssemblyRequest } from '../../ports/assemblies.js';
import { diskProject } from '../../source/disk.js';
import { readAssembly } from '../../states/cdk/assembly.js';
import { howFailed } from '../../states/ended.js';
import { commandLine, type Named, onePassEach } from './cdk-command.js';

/** What a shell says of a program that it cannot find: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02 */
const notFound = 127;

/** Stacks of cloud assemblies, deployed and destroyed by the CDK's own command line: that of the app, or of the image. */
export const assemblies: Assemblies = {
  deploy: async (request) => {
    const { folder, stacks } = request;
    const assembly = readAssembly(diskProject(dirname(folder)), basename(folder));
    if ('broken' in assembly) return { failed: `${assembly.path} is no cloud assembly: ${assembly.broken}` };
    const named = stacks.map((name): Named => {
      const { id, artifact } = assembly.stacks.find((stack) => stack.name === name)!;
      return { name, stackName: String(objectOr(artifact.properties).stackName ?? id) };
    });
    const outputs: { [stack: string]: Outputs } = {};
    for (const pass of onePassEach(named)) {
      const result = await runCdk(request, pass);
      if (typeof result === 'string') return { failed: result };
      Object.assign(outputs, result);
    }
    return { outputs };
  },
};

type Outputs = { readonly [name: string]: string };

/** Gives the outputs of the stacks, or why there are none. */
async function runCdk(
  request: AssemblyRequest,
  stacks: readonly Named[],
): Promise<string | { readonly [stack: string]: Outputs }> {
  const { action, folder, variables, onOutput, signal } = request;
  const app = dirname(folder);
  const own = ownCdk(app);
  const temporary = mkdtempSync(join(tmpdir(), 'plancc-cdk-'));
  const outputsFile = join(temporary, 'outputs.json');
  try {
    const words = [own ?? 'cdk', ...commandLine(request, stacks, outputsFile)];
    const program = { words, folder: app, variables, group: join(temporary, groupFile) };
    const ended = await runProgram(program, (text) => void onOutput(text), signal);
    const failed = howFailed(ended);
    if (failed !== undefined) {
      return own === undefined && 'code' in ended && ended.code === notFound
        ? 'there is no `cdk`, neither in the `node_modules` of the app nor in the `PATH` of the runner: add `aws-cdk` to the app, and install it with `Build: [npm ci]`'
        : `\`cdk ${action.toLowerCase()}\` ${failed}`;
    }
    return action === 'Destroy' ? {} : outputsIn(outputsFile, stacks);
  } finally {
    rm(temporary, { recursive: true, force: true }).catch(() => {});
  }
}

/** The CDK that the app has installed, there or in a folder around it. */
function ownCdk(app: string): string | undefined {
  const path = join(app, 'node_modules/.bin/cdk');
  if (existsSync(path)) return path;
  const around = dirname(app);
  return around === app ? undefined : ownCdk(around);
}

/** There is no file when no stack has outputs. */
function outputsIn(file: string, stacks: readonly Named[]): { readonly [stack: string]: Outputs } {
  const written = existsSync(file) ? objectOr(jsonIn(readFileSync(file, 'utf8'))) : {};
  return Object.fromEntries(
    stacks.map(({ name, stackName }) => [
      name,
      Object.fromEntries(
        Object.entries(objectOr(written[stackName])).map(([output, value]) => [output, String(value)]),
      ),
    ]),
  );
}
