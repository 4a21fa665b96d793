import { outputsShape } from '../../cloudformation/outputs.js';
import type { Plan } from '../../language/plan.js';
import { any, named, type Shape } from '../../language/shape.js';
import { resolvePath } from '../../source/relative-path.js';
import type { StateContext } from '../define.js';
import { type Assembly, readAssembly } from './assembly.js';
import type { CdkProperties } from './schema.js';
import { selected } from './selection.js';

const assemblies = new WeakMap<Plan, Map<string, Assembly>>();

/** The state's cloud assembly, read once for a plan; undefined when it has none inside the project. */
export function assemblyOf({ plan, project, properties }: StateContext<CdkProperties>): Assembly | undefined {
  const { Path, Assembly } = properties;
  const folder = Assembly === undefined ? undefined : resolvePath(Path, Assembly);
  if (folder === undefined) return undefined;
  const known = assemblies.get(plan) ?? new Map<string, Assembly>();
  const assembly = known.get(folder) ?? readAssembly(project, folder);
  assemblies.set(plan, known.set(folder, assembly));
  return assembly;
}

/** Outputs by stack; known only with an assembly. */
export function cdkOutput(context: StateContext<CdkProperties>): Shape {
  const { plan, properties } = context;
  if (properties.Action === 'Destroy') return named([], 'outputs of destroyed stacks');
  const assembly = assemblyOf(context);
  const stacks =
    assembly !== undefined && 'stacks' in assembly ? selected(assembly.stacks, properties) : undefined;
  if (stacks === undefined) return any;
  return {
    kind: 'object',
    properties: Object.fromEntries(
      stacks.map(({ name, template }) => [name, outputsShape(plan.template(template))]),
    ),
    source: `stacks of ${properties.Assembly}`,
  };
}
