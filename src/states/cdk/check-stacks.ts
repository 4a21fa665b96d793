import { checkGiven } from '../../cloudformation/given-parameters.js';
import { type Path, type Place, type Problem, problem } from '../../diagnostics/problem.js';
import { suggestion } from '../../diagnostics/suggest.js';
import { hasReference } from '../../language/text.js';
import type { Json } from '../../source/document.js';
import { troubleOf } from '../../source/project.js';
import { folderOf, resolvePath } from '../../source/relative-path.js';
import type { StateContext } from '../define.js';
import type { AssemblyStack } from './assembly.js';
import { type CdkProperties, schema } from './schema.js';
import { selected, selects } from './selection.js';

const settings = Object.keys(schema.properties);

/** Compares the stacks and stack parameters a state names with those of its assembly. */
export function checkStacks(
  context: StateContext<CdkProperties>,
  stacks: readonly AssemblyStack[],
): readonly Problem[] {
  const { properties, at } = context;
  const names = stacks.map(({ name }) => name);
  const unknown = (stack: string, path: Path, on?: 'key'): Problem => {
    const suggested = suggestion(stack, names, 'stacks of the assembly');
    const related = [
      {
        place: { file: resolvePath(properties.Path, `${properties.Assembly}/manifest.json`)! },
        message: 'the stacks of the assembly are listed here',
      },
    ];
    return problem(
      'PLAN3022',
      at(path, on),
      { stack, assembly: properties.Assembly! },
      { ...suggested, related },
    );
  };
  const found: Problem[] = [];
  for (const [index, pattern] of (properties.Stacks ?? []).entries()) {
    if (typeof pattern !== 'string' || hasReference(pattern)) continue;
    if (!stacks.some((stack) => selects(pattern, stack))) found.push(unknown(pattern, ['Stacks', index]));
  }
  for (const stack of Object.keys(properties.Parameters ?? {})) {
    if (!names.includes(stack)) found.push(unknown(stack, ['Parameters', stack], 'key'));
  }
  if (found.length > 0 || properties.Action === 'Destroy') return found;
  return (selected(stacks, properties) ?? []).flatMap((stack) => checkStack(context, stack));
}

function checkStack(
  { plan, project, properties, state, at }: StateContext<CdkProperties>,
  { name, template: path }: AssemblyStack,
): readonly Problem[] {
  const template = plan.template(path);
  if (template === undefined) {
    const trouble = troubleOf(project, path, at(['Assembly']));
    if (trouble !== undefined) return [trouble];
    const reason = `the template of its stack \`${name}\` is not there`;
    const help = 'run `cdk synth` again, for example in `Package.Before`';
    return [problem('PLAN3021', at(['Assembly']), { path: folderOf(path), reason }, { help })];
  }
  const given = properties.Parameters?.[name];
  const place: Place =
    given !== undefined
      ? at(['Parameters', name], 'key')
      : { file: plan.document.file, path: state.path, on: 'key' };
  const values = Object.entries(given ?? {}).map(([parameter, value]) => ({
    name: parameter,
    value: value as Json,
    key: at(['Parameters', name, parameter], 'key'),
    place: at(['Parameters', name, parameter]),
  }));
  const room = { place, under: `Parameters.${name}`, settings };
  return [...template.problems, ...checkGiven(template, values, room)];
}
