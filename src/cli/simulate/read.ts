import { validateBeside } from '../../compiler/validate/beside.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { suggestion } from '../../diagnostics/suggest.js';
import { checkMocks, mockableOf } from '../../engines/local/mocks/check.js';
import { checkReferences, inEnvironment } from '../../engines/local/mocks/environment.js';
import type { Mocks } from '../../engines/local/mocks/mocks.js';
import { isList, objectOr } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import type { Document, JsonObject } from '../../source/document.js';
import { readDocument } from '../../source/read.js';
import type { Case } from './simulations.js';

export interface ReadSimulations {
  /** By name, in the order of the file; none when something is wrong with it. */
  readonly cases: ReadonlyMap<string, Case>;
  /** For all cases. */
  readonly mocks: Mocks;
  readonly problems: readonly Problem[];
  readonly document: Document;
}

/** Reads the simulations of a plan. Mistakes are in `problems`, never thrown. */
export function readSimulations(text: string, file: string, plan: Plan): ReadSimulations {
  const document = readDocument(file, text);
  const refused = [...document.problems, ...validateBeside(document, 'simulations')];
  const problems =
    refused.length > 0 ? refused : [...checkReferences(document), ...checkNames(document, plan)];
  if (problems.length > 0) return { cases: new Map(), mocks: {}, problems, document };
  const { Cases, Mocks: mocks } = objectOr(document.value);
  const all = objectOr(Cases);
  const cases = new Map(document.keys(all).map((name) => [name, inItsEnvironment(all[name] as Case)]));
  return { cases, mocks: objectOr(mocks) as Mocks, problems, document };
}

const inItsEnvironment = (one: Case): Case => inEnvironment(one, one.Environment ?? 'dev');

/** What cases say of parameters, distributions, states, runners and outputs that the plan does not have. */
function checkNames(document: Document, plan: Plan): readonly Problem[] {
  const { file, keys, value } = document;
  const cases = objectOr(objectOr(value).Cases);
  const states = plan.states.map(({ name }) => name);
  const unknown = (what: string, name: string, known: readonly string[], path: Path, on?: 'key') => {
    if (known.includes(name)) return [];
    return [
      problem(
        'PLAN7060',
        { file, path, on },
        { what, name },
        suggestion(name, known, `${what.replace(/y$/, 'ie')}s of the plan`),
      ),
    ];
  };
  const allKnown = (what: string, object: JsonObject, known: readonly string[], path: Path) =>
    keys(object).flatMap((name) => unknown(what, name, known, [...path, name], 'key'));
  const ofCases = keys(cases).flatMap((name) => {
    const { Parameters, Dependencies, Expect } = objectOr(cases[name]);
    const { Path: way, States, Outputs } = objectOr(Expect);
    const at = ['Cases', name];
    return [
      ...allKnown('parameter', objectOr(Parameters), [...plan.parameters.keys()], [...at, 'Parameters']),
      ...secrets(document, objectOr(Parameters), plan, [...at, 'Parameters']),
      ...allKnown(
        'dependency',
        objectOr(Dependencies),
        [...plan.dependencies.keys()],
        [...at, 'Dependencies'],
      ),
      ...checkMocks(document, mockableOf(plan), [...at, 'Mocks']),
      ...(isList(way) ? way : []).flatMap((state, index) =>
        unknown('state', String(state), states, [...at, 'Expect', 'Path', index]),
      ),
      ...allKnown('state', objectOr(States), states, [...at, 'Expect', 'States']),
      ...allKnown('output', objectOr(Outputs), Object.keys(objectOr(plan.value.Outputs)), [
        ...at,
        'Expect',
        'Outputs',
      ]),
    ];
  });
  return [...checkMocks(document, mockableOf(plan), ['Mocks']), ...ofCases];
}

function secrets({ file, keys }: Document, given: JsonObject, plan: Plan, path: Path): readonly Problem[] {
  const help = 'leave it out: the payload has a reference in its place';
  return keys(given).flatMap((name) =>
    plan.parameters.get(name)?.secret
      ? [problem('PLAN7064', { file, path: [...path, name], on: 'key' }, { name }, { help })]
      : [],
  );
}
