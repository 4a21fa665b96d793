import { type Place, type Problem, problem, type Related } from '../../diagnostics/problem.js';
import { eachString, objectOr } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import { wholeReference } from '../../language/text.js';
import { isDefinition } from '../definition.js';
import { runsForCertain } from '../flow/certain.js';
import { rulesIn } from '../rules.js';

const fields = ['Properties', 'Parameters', 'Arguments'];
const names = ['StackName', 'FunctionName'];

/** Names of environments written into those of stacks and functions, which are then the same in every environment. */
export function checkEnvironments(plan: Plan): readonly Problem[] {
  if (isDefinition(plan.document.file)) return [];
  const known = knownEnvironments(plan);
  if (known.size === 0) return [];
  return plan.states.flatMap((state) =>
    // Behind a Choice or a `When` it may be for just that environment.
    runsForCertain(state) ? inState(plan, state, known) : [],
  );
}

function inState({ document: { file } }: Plan, state: State, known: ReadonlyMap<string, Place>): Problem[] {
  const found: Problem[] = [];
  for (const field of fields) {
    for (const name of names) {
      eachString(objectOr(state.value[field])[name], (text, below) => {
        const word = environmentIn(text, known);
        if (word === undefined) return;
        const { environment, at } = word;
        const span = [at, at + environment.length] as const;
        const place = { file, path: [...state.path, field, name, ...below], span };
        const better = `${text.slice(0, at)}\${{ Environment }}${text.slice(span[1])}`;
        const related: readonly Related[] = [
          { place: known.get(environment)!, message: `\`${environment}\` is named as an environment here` },
        ];
        found.push(
          problem('PLAN4054', place, { name: text, environment }, { help: `write \`${better}\``, related }),
        );
      });
    }
  }
  return found;
}

/** Words that are as well part of names that have nothing to do with an environment, as in `smoke-test`. */
const ambiguous = new Set([
  'test',
  'tests',
  'demo',
  'main',
  'default',
  'global',
  'shared',
  'live',
  'load',
  'integration',
]);

/** The first or last word of a name when it is that of an environment; none where the name has that already. */
function environmentIn(
  text: string,
  known: ReadonlyMap<string, Place>,
): { readonly environment: string; readonly at: number } | undefined {
  if (/\$\{\{\s*Environment\s*\}\}/.test(text)) return undefined;
  const start = /^arn:.*:/.exec(text)?.[0].length ?? 0;
  const masked = text.replace(/\$\{\{.*?\}\}|\$\{.*?\}/gs, (all) => '-'.repeat(all.length));
  for (const environment of known.keys()) {
    const at = edge(masked.slice(start), environment);
    if (at !== undefined) return { environment, at: start + at };
  }
  return undefined;
}

/** Where a word begins that a text begins or ends with. */
function edge(text: string, word: string): number | undefined {
  const first = text.search(/[^-_:/]/);
  const end = text.search(/[-_:/]*$/);
  const isWord = (at: number) =>
    text.startsWith(word, at) && !/[^-_:/]/.test((text[at - 1] ?? '-') + (text[at + word.length] ?? '-'));
  return [first, end - word.length].find((at) => at >= 0 && isWord(at));
}

/** Environments that the plan tells by name, with one of the places: in `Values`, or compared with the environment. */
function knownEnvironments(plan: Plan): ReadonlyMap<string, Place> {
  const { file } = plan.document;
  const known = new Map<string, Place>();
  const add = (name: string, place: Place) => {
    if (!known.has(name) && !ambiguous.has(name)) known.set(name, place);
  };
  for (const { name, value } of plan.parameters.values()) {
    for (const environment of Object.keys(objectOr(value.Values)))
      add(environment, { file, path: ['Parameters', name, 'Values', environment], on: 'key' });
  }
  for (const { value, path } of plan.states) {
    const rules = ['When', 'Choices'].flatMap((field) => rulesIn(value[field], [...path, field]));
    for (const { rule, path } of rules) {
      const { Variable, StringEquals } = rule;
      const reference = typeof Variable === 'string' ? wholeReference(Variable) : undefined;
      if (reference?.root === 'Environment' && typeof StringEquals === 'string')
        add(StringEquals, { file, path: [...path, 'StringEquals'] });
    }
  }
  return known;
}
