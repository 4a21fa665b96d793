import { basename, dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { summaryOf } from '../../environment/stack-changes.js';
import { objectOr } from '../../language/json.js';
import type { Assemblies, AssemblyRequest } from '../../ports/assemblies.js';
import type { StackRequest, StackResult, Stacks } from '../../ports/stacks.js';
import { diskProject } from '../../source/disk.js';
import { type AssemblyStack, readAssembly } from '../../states/cdk/assembly.js';

/** Milliseconds after which a stack that is at work is looked at again. */
const pause = 1000;

/** Stacks of cloud assemblies, by the stacks of this engine: recorded, and not made. Their assets are not published. */
export const createAssemblies = (stacks: Stacks): Assemblies => ({
  deploy: async (request) => {
    const say = (line: string) => request.onOutput(`${line}\n`);
    const project = diskProject(dirname(request.folder));
    const assembly = readAssembly(project, basename(request.folder));
    if ('broken' in assembly) return { failed: `${assembly.path} is no cloud assembly: ${assembly.broken}` };
    const outputs: { [stack: string]: StackOutputs } = {};
    for (const name of request.stacks) {
      const stack = assembly.stacks.find((one) => one.name === name)!;
      const result = await reconcile(
        stacks,
        stackRequest(stack, project.read(stack.template), request),
        request.signal,
      );
      if (result.status === 'failed') return { failed: `${name}: ${result.reason}` };
      say(
        `${name}: ${summaryOf(result.changes)}; recorded, not ${request.action === 'Deploy' ? 'made' : 'removed'}`,
      );
      if (request.action === 'Deploy') outputs[name] = result.outputs;
    }
    if (request.action === 'Deploy') say('assets are not published');
    return { outputs };
  },
});

type Ended = Exclude<StackResult, { readonly status: 'in progress' }>;
type StackOutputs = { readonly [name: string]: string };

async function reconcile(stacks: Stacks, request: StackRequest, signal: AbortSignal): Promise<Ended> {
  for (;;) {
    signal.throwIfAborted();
    const result = await stacks.reconcile(request);
    if (result.status !== 'in progress') return result;
    await setTimeout(pause, undefined, { signal });
  }
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema.AwsCloudFormationStackProperties.html */
function stackRequest(
  { id, name, artifact }: AssemblyStack,
  template: string | undefined,
  { action, parameters, roleArn, token }: AssemblyRequest,
): StackRequest {
  const { stackName = id, tags, terminationProtection } = objectOr(artifact.properties);
  const region = /^aws:\/\/[^/]*\/(.+)$/.exec(String(artifact.environment))?.[1];
  return {
    action: action === 'Deploy' ? action : 'Delete',
    name: String(stackName),
    region: region === 'unknown-region' ? undefined : region,
    template: action === 'Deploy' ? template : undefined,
    parameters: parameters[name] ?? {},
    secret: [],
    tags: Object.fromEntries(Object.entries(objectOr(tags)).map(([key, value]) => [key, String(value)])),
    // As `cdk deploy` gives.
    capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
    roleArn,
    disableRollback: false,
    terminationProtection: typeof terminationProtection === 'boolean' ? terminationProtection : undefined,
    token: `${token}-${id}`.slice(0, 128),
  };
}
