import { didYouMean } from '../../diagnostics/suggest.js';
import { objectOr } from '../../language/json.js';
import type { AssemblyRequest } from '../../ports/assemblies.js';
import { StatesError } from '../../ports/states-error.js';
import { resolvePath } from '../../source/relative-path.js';
import type { Perform } from '../job-context.js';
import { optional, propertiesOr } from '../run-values.js';
import { submit } from '../runner/submit.js';
import { type AssemblyStack, readAssembly } from './assembly.js';
import type { CdkProperties } from './schema.js';
import { inOrder, selected, selects } from './selection.js';
import { synthesize } from './synthesize.js';

const { flag, text, texts, textsByName } = propertiesOr('JobFailed');

export const wait = submit('cdk');

export const perform: Perform<CdkProperties> = async (context) => {
  const { job, ports, properties, locate, variables, log, signal } = context;
  const { Path, Assembly, Action = 'Deploy' } = properties;
  const folder = Assembly === undefined ? await synthesize(context) : resolvePath(Path, Assembly)!;
  const assembly = readAssembly(context.files(), folder);
  if ('broken' in assembly) throw failed(`\`${assembly.path}\` is no cloud assembly: ${assembly.broken}`);
  const { stacks, ...settings } = settingsOf(properties, assembly.stacks);
  const result = await ports.assemblies.deploy({
    ...settings,
    action: Action,
    folder: locate(folder),
    stacks: Action === 'Destroy' ? stacks.toReversed() : stacks,
    variables,
    onOutput: log,
    signal,
    token: job.id,
  });
  if ('failed' in result) throw failed(result.failed);
  return result.outputs;
};

/** What a reference may have given any value. */
function settingsOf(
  properties: CdkProperties,
  all: readonly AssemblyStack[],
): Pick<AssemblyRequest, 'stacks' | 'parameters' | 'roleArn'> {
  const { Stacks, Exclusively, Parameters, RoleArn } = properties;
  const patterns = optional(texts, 'Stacks', Stacks);
  const parameters = Object.entries(objectOr(Parameters)).map(
    ([stack, values]) => [stack, textsByName(`Parameters.${stack}`, objectOr(values))] as const,
  );
  const names = all.map(({ name }) => name);
  const unknown =
    patterns?.find((pattern) => !all.some((stack) => selects(pattern, stack))) ??
    parameters.find(([stack]) => !names.includes(stack))?.[0];
  if (unknown !== undefined) {
    throw failed(`the app has no stack \`${unknown}\`; ${didYouMean(unknown, names, 'its stacks')}`);
  }
  const stacks = selected(all, {
    Path: properties.Path,
    ...(patterns !== undefined && { Stacks: [...patterns] }),
    ...(Exclusively !== undefined && { Exclusively: flag('Exclusively', Exclusively) }),
    ...(properties.Action !== undefined && { Action: properties.Action }),
  });
  return {
    stacks: inOrder(stacks ?? []).map(({ name }) => name),
    parameters: Object.fromEntries(parameters),
    roleArn: optional(text, 'RoleArn', RoleArn),
  };
}

const failed = (cause: string): StatesError => new StatesError('JobFailed', cause);
