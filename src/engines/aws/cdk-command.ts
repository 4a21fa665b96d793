import type { AssemblyRequest } from '../../ports/assemblies.js';

/** A stack by its name in the app, and by that in CloudFormation. */
export interface Named {
  readonly name: string;
  readonly stackName: string;
}

/**
 * The command line knows parameters and outputs by the names that stacks have in CloudFormation, which two of them may share in
 * different accounts or regions: these go one after the other.
 */
export function onePassEach(stacks: readonly Named[]): readonly (readonly Named[])[] {
  const passes: Named[][] = [];
  for (const stack of stacks) {
    const last = passes.at(-1);
    if (last?.every(({ stackName }) => stackName !== stack.stackName)) last.push(stack);
    else passes.push([stack]);
  }
  return passes;
}

/** https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-deploy.html, https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-destroy.html */
export function commandLine(
  {
    action,
    folder,
    parameters,
    roleArn,
  }: Pick<AssemblyRequest, 'action' | 'folder' | 'parameters' | 'roleArn'>,
  stacks: readonly Named[],
  outputsFile: string,
): readonly string[] {
  const common = [
    ...['--app', folder, '--exclusively', '--no-notices', '--ci', '--no-color'],
    ...(roleArn === undefined ? [] : ['--role-arn', roleArn]),
  ];
  const names = stacks.map(({ name }) => name);
  if (action === 'Destroy') return ['destroy', ...names, ...common, '--force'];
  const given = stacks.flatMap(({ name, stackName }) =>
    Object.entries(parameters[name] ?? {}).flatMap(([parameter, value]) => [
      '--parameters',
      `${stackName}:${parameter}=${value}`,
    ]),
  );
  const deploying = ['--require-approval', 'never', '--progress', 'events', '--outputs-file', outputsFile];
  return ['deploy', ...names, ...common, ...deploying, ...given];
}
