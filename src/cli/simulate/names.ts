import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { suggestion } from '../../diagnostics/suggest.js';
import { checkMocks, mockableOf } from '../../engines/local/mocks/check.js';
import { isList, objectOr, valueAt } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import type { Document } from '../../source/document.js';

/** Names of a kind that a plan has. */
interface Known {
  readonly what: string;
  readonly plural: string;
  readonly names: readonly string[];
}

/** What simulations say of parameters, distributions, states, runners and outputs that the plan does not have. */
export function checkNames(document: Document, plan: Plan): readonly Problem[] {
  const { keys, value } = document;
  const states = { what: 'state', plural: 'states', names: plan.states.map(({ name }) => name) };
  const parameters = { what: 'parameter', plural: 'parameters', names: [...plan.parameters.keys()] };
  const dependencies = { what: 'dependency', plural: 'dependencies', names: [...plan.dependencies.keys()] };
  const outputs = { what: 'output', plural: 'outputs', names: Object.keys(objectOr(plan.value.Outputs)) };
  const cases = keys(objectOr(valueAt(value, ['Cases'])));
  return [
    ...checkMocks(document, mockableOf(plan), ['Mocks']),
    ...cases.flatMap((name) => {
      const at = ['Cases', name];
      return [
        ...checkKeys(document, [...at, 'Parameters'], parameters),
        ...checkSecrets(document, [...at, 'Parameters'], plan),
        ...checkKeys(document, [...at, 'Dependencies'], dependencies),
        ...checkMocks(document, mockableOf(plan), [...at, 'Mocks']),
        ...checkItems(document, [...at, 'Expect', 'Path'], states),
        ...checkKeys(document, [...at, 'Expect', 'States'], states),
        ...checkKeys(document, [...at, 'Expect', 'Outputs'], outputs),
      ];
    }),
  ];
}

const keysAt = ({ keys, value }: Document, path: Path): readonly string[] =>
  keys(objectOr(valueAt(value, path)));

const checkKeys = (document: Document, path: Path, known: Known): readonly Problem[] =>
  keysAt(document, path).flatMap((name) => unknown(document, name, [...path, name], known, 'key'));

function checkItems(document: Document, path: Path, known: Known): readonly Problem[] {
  const items = valueAt(document.value, path);
  return (isList(items) ? items : []).flatMap((name, index) =>
    unknown(document, String(name), [...path, index], known),
  );
}

function unknown(
  { file }: Document,
  name: string,
  path: Path,
  { what, plural, names }: Known,
  on?: 'key',
): readonly Problem[] {
  if (names.includes(name)) return [];
  const extra = suggestion(name, names, `${plural} of the plan`);
  return [problem('PLAN7060', { file, path, on }, { what, name }, extra)];
}

function checkSecrets(document: Document, path: Path, { parameters }: Plan): readonly Problem[] {
  const help = 'leave it out: the payload has a reference in its place';
  return keysAt(document, path)
    .filter((name) => parameters.get(name)?.secret === true)
    .map((name) =>
      problem('PLAN7064', { file: document.file, path: [...path, name], on: 'key' }, { name }, { help }),
    );
}
