import { readConfiguration } from '../../cloudformation/configuration.js';
import { checkGiven, type GivenParameter } from '../../cloudformation/given-parameters.js';
import { withNested } from '../../cloudformation/nested.js';
import { type Place, type Problem, problem } from '../../diagnostics/problem.js';
import { hasReference } from '../../language/text.js';
import type { Json } from '../../source/document.js';
import type { StateContext } from '../define.js';
import { checkPath } from '../project-paths.js';
import type { CfnProperties, StackProperties } from './schema.js';

export function checkCfn(context: StateContext<CfnProperties>): readonly Problem[] {
  const { Template } = context.properties;
  const absent = checkPath(context.project, context.at(['Template']), ['', Template], 'file', 'template');
  return absent === undefined ? checkStack(context, Template) : [absent];
}

/** Compares the settings of a stack with its template, which is a file of the project. */
export function checkStack(context: StateContext<StackProperties>, path: string): readonly Problem[] {
  const { plan, project, properties, state, at } = context;
  const templates = withNested(path, plan.template);
  const found: Problem[] = [...templates.values()].flatMap(({ problems }) => problems);
  found.push(...checkStackName(properties.StackName, at(['StackName'])));
  const given: GivenParameter[] = Object.entries(properties.Parameters ?? {}).map(([name, value]) => ({
    name,
    value: value as Json,
    key: at(['Parameters', name], 'key'),
    place: at(['Parameters', name]),
  }));
  if (properties.Configuration !== undefined) {
    const place = at(['Configuration']);
    const absent = checkPath(project, place, ['', properties.Configuration], 'file', 'configuration');
    const read = absent === undefined ? readConfiguration(project, properties.Configuration) : undefined;
    if (absent !== undefined || read === undefined || read.problems.length > 0) {
      return [...found, ...(absent === undefined ? [] : [absent]), ...(read?.problems ?? [])];
    }
    const named = new Set(given.map(({ name }) => name));
    given.push(...read.parameters.filter(({ name }) => !named.has(name)));
  }
  const template = templates.get(path);
  if (template === undefined || properties.Action === 'Delete') return found;
  const incomplete: Place =
    properties.Parameters === undefined
      ? { file: plan.document.file, path: state.path, on: 'key' }
      : at(['Parameters'], 'key');
  return [...found, ...checkGiven(template, given, incomplete)];
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
function checkStackName(name: unknown, place: Place): readonly Problem[] {
  if (typeof name !== 'string' || hasReference(name) || /^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) return [];
  const help = 'use letters, digits and hyphens, a letter first, at most 128 characters';
  return [problem('PLAN3006', place, { name }, { help })];
}
