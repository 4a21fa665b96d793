import { type Path, type Problem, problem } from '../../../diagnostics/problem.js';
import { suggestion } from '../../../diagnostics/suggest.js';
import { defaultRunner } from '../../../environment/jobs/job-host.js';
import { objectOr, valueAt } from '../../../language/json.js';
import type { Plan } from '../../../language/plan.js';
import type { Document } from '../../../source/document.js';

/** What there is in a plan to be mocked. */
export interface Mockable {
  /** The types of all states by name. */
  readonly states: ReadonlyMap<string, string>;
  readonly runners: readonly string[];
}

/** What there is in a plan that compiled. */
export const mockableOf = ({ states, runners }: Plan): Mockable => ({
  states: new Map(states.map(({ name, type }) => [name, type])),
  runners: [...new Set([...runners.keys(), defaultRunner])],
});

/** What mocks, those at a path of a document, say of states and runners that the plan does not have, or of states that call nothing. */
export function checkMocks(
  { file, value, keys }: Document,
  { states, runners }: Mockable,
  at: Path = [],
): readonly Problem[] {
  const { States, Runners } = objectOr(valueAt(value, at));
  const unknown = (part: string, what: string, name: string, known: readonly string[]): Problem => {
    const place = { file, path: [...at, part, name], on: 'key' } as const;
    return problem('PLAN7060', place, { what, name }, suggestion(name, known, `${what}s of the plan`));
  };
  return [
    ...keys(objectOr(States)).flatMap((name) => {
      const type = states.get(name);
      if (type === undefined) return [unknown('States', 'state', name, mockableIn(states))];
      if (isMockable(type)) return [];
      const place = { file, path: [...at, 'States', name], on: 'key' } as const;
      const help = 'leave it out: it runs as it is';
      return [problem('PLAN7061', place, { name, type }, { help })];
    }),
    ...keys(objectOr(Runners)).flatMap((name) =>
      runners.includes(name) ? [] : [unknown('Runners', 'runner', name, runners)],
    ),
  ];
}

/** A task calls something, and so does every state of plancc, whose types are written in lower case. */
const isMockable = (type: string): boolean => type === 'Task' || /^[a-z]/.test(type);

const mockableIn = (states: ReadonlyMap<string, string>): readonly string[] =>
  [...states].flatMap(([name, type]) => (isMockable(type) ? [name] : []));
