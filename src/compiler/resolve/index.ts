import { readTemplate } from '../../cloudformation/read-template.js';
import type { Template } from '../../cloudformation/template.js';
import { objectOr } from '../../language/json.js';
import type { Parameter, Plan } from '../../language/plan.js';
import type { Document, Json } from '../../source/document.js';
import type { Project } from '../../source/project.js';
import { readScope } from './scope.js';

/** Names what a read plan consists of: its states in their scopes, parameters, runners, dependencies. */
export function resolve(
  document: Document,
  project: Project,
  invalid: ReadonlySet<Json>,
  version: string | undefined,
): Plan {
  const value = objectOr(document.value);
  const language = value.QueryLanguage === 'JSONata' ? 'JSONata' : 'JSONPath';
  const machine = readScope({ document, language, invalid }, 'plan', [], value, undefined);
  const templates = new Map<string, Template | undefined>();
  return {
    document,
    project,
    value,
    valid: document.value !== undefined && !invalid.has(document.value),
    name: String(value.Name ?? ''),
    version: version ?? String(value.Version ?? ''),
    parameters: new Map(
      document.keys(objectOr(value.Parameters)).map((name) => [name, parameter(name, value)]),
    ),
    dependencies: new Map(Object.entries(objectOr(value.Dependencies))),
    knownDependencies: new Map(),
    runners: new Map(
      Object.entries(objectOr(value.Runners)).map(([name, runner]) => [name, objectOr(runner)]),
    ),
    resources: objectOr(value.Resources),
    template: (path) => {
      if (!templates.has(path)) templates.set(path, readTemplate(project, path));
      return templates.get(path);
    },
    machine,
    states: statesOf(machine),
  };
}

function parameter(name: string, plan: ReturnType<typeof objectOr>): Parameter {
  const value = objectOr(objectOr(plan.Parameters)[name]);
  return {
    name,
    type: (value.Type as Parameter['type'] | undefined) ?? 'String',
    secret: value.Secret === true,
    value,
  };
}

function statesOf(scope: Plan['machine']): Plan['states'] {
  return [...scope.states.values()].flatMap((state) => [state, ...state.inner.flatMap(statesOf)]);
}
