import { type Configuration, readConfiguration } from '../../cloudformation/configuration.js';
import { checkGiven, type GivenParameter } from '../../cloudformation/given-parameters.js';
import { checkNesting, withNested } from '../../cloudformation/nested.js';
import type { Template } from '../../cloudformation/template.js';
import type { Place, Problem } from '../../diagnostics/problem.js';
import type { Json } from '../../source/document.js';
import type { StateContext } from '../define.js';
import { checkPath } from '../project-paths.js';
import { type CfnProperties, type StackProperties, schema } from './schema.js';
import { checkStackName } from './stack-name.js';
import { checkUnsecret } from './unsecret.js';

const settings = Object.keys(schema.properties);

export function checkCfn(context: StateContext<CfnProperties>): readonly Problem[] {
  const { Template } = context.properties;
  const absent = checkPath(context.project, context.at(['Template']), ['', Template], 'file', 'template');
  return absent === undefined ? checkStack(context, Template, context.at(['Template'])) : [absent];
}

/** Compares the settings of a stack with its template, a file of the project that is named at some place. */
export function checkStack(
  context: StateContext<StackProperties>,
  path: string,
  named: Place,
): readonly Problem[] {
  const { plan, properties, state, at } = context;
  const templates = withNested(path, plan.template);
  const configuration = configurationOf(context);
  const found = [
    ...[...templates.values()]
      .flatMap(({ problems }) => problems)
      .map((found) => withName(found, templates, named)),
    ...checkNesting(path, plan.template),
    ...checkStackName(properties.StackName, at(['StackName'])),
    ...configuration.problems,
  ];
  const template = templates.get(path);
  if (template === undefined || configuration.problems.length > 0 || properties.Action === 'Delete') {
    return found;
  }
  const { Parameters } = properties;
  const given: readonly GivenParameter[] = Object.entries(Parameters ?? {}).map(([name, value]) => ({
    name,
    value: value as Json,
    key: at(['Parameters', name], 'key'),
    place: at(['Parameters', name]),
  }));
  const others = configuration.parameters.filter(({ name }) => !Object.hasOwn(Parameters ?? {}, name));
  const place: Place =
    Parameters === undefined
      ? { file: plan.document.file, path: state.path, on: 'key' }
      : at(['Parameters'], 'key');
  return [
    ...found,
    ...checkGiven(template, [...given, ...others], { place, under: 'Parameters', settings }),
    ...checkUnsecret(plan, template, [...given, ...others]),
  ];
}

/** A file that is no template at all may be the wrong one: shows where it is named, in the plan or in a template. */
function withName(found: Problem, templates: ReadonlyMap<string, Template>, named: Place): Problem {
  if (found.code !== 'PLAN3010') return found;
  const { file } = found.place;
  const outer = [...templates.values()].flatMap(({ document, assets }) =>
    assets
      .filter(({ form, path }) => form === 'template' && path === file)
      .map(({ pointer }): Place => ({ file: document.file, path: pointer })),
  );
  const place = outer[0] ?? named;
  return { ...found, related: [{ place, message: 'it is named as a template here' }] };
}

function configurationOf({ project, properties, at }: StateContext<StackProperties>): Configuration {
  const path = properties.Configuration;
  if (path === undefined) return { parameters: [], problems: [] };
  const absent = checkPath(project, at(['Configuration']), ['', path], 'file', 'configuration');
  return absent === undefined ? readConfiguration(project, path) : { parameters: [], problems: [absent] };
}
