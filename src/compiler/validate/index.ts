import { mostProblems } from '../../diagnostics/most.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isList, isObject } from '../../language/json.js';
import type { Document, Json, JsonObject } from '../../source/document.js';
import { explain } from './explain.js';
import { headerErrors } from './header.js';
import { otherKind } from './other-kind.js';
import { scatteredIn } from './scattered-fields.js';
import { keyOf } from './spelling.js';
import { amongResources } from './stray-states.js';
import { type Kind, type Subject, typeOfState } from './subject.js';
import { missingType, stateHelp, unknownType } from './type.js';
import { validatorOf } from './validator.js';
import { found, label } from './words.js';

export interface Validation {
  readonly problems: readonly Problem[];
  /** The objects with a mistake among their own fields: states, inner scopes, the plan itself. */
  readonly invalid: ReadonlySet<Json>;
}

/**
 * Holds a plan against the schema: its top level, and every state of every scope by its own type, so that one mistake
 * gives one problem. `version` is the one given from outside, which the plan then need not have.
 */
export function validate(document: Document, { version }: { version?: string | undefined } = {}): Validation {
  const invalid = new Set<Json>();
  const problems: Problem[] = [];
  if (document.value === undefined) return { problems, invalid };
  const seen = new Set<Json>();
  let left = 0;
  // A stack and not recursion: plans may be nested deeper than calls. What an alias repeats is looked at once.
  const stack: Subject[] = [{ document, kind: 'plan', path: [], value: document.value }];
  for (let subject = stack.pop(); subject !== undefined; subject = stack.pop()) {
    const { value } = subject;
    if (isObject(value) && seen.has(value)) continue;
    seen.add(value);
    for (const inner of inside(subject).reverse()) stack.push(inner);
    const mistakes = mistakesOf(subject, version);
    if (mistakes === undefined) continue;
    invalid.add(value);
    const room = mostProblems - problems.length;
    if (room === 0) {
      left += mistakes.count;
      continue;
    }
    const told = mistakes.explain();
    problems.push(...told.slice(0, room));
    left += Math.max(0, told.length - room) + Math.max(0, mistakes.count - mostProblems);
  }
  if (left > 0) problems.push(problem('PLAN1011', { file: document.file }, { count: left }));
  return { problems, invalid };
}

/** Explained only when they are shown: suggestions take more time than the check. */
interface Mistakes {
  readonly count: number;
  /** At most a hundred. */
  readonly explain: () => readonly Problem[];
}

function mistakesOf(subject: Subject, version: string | undefined): Mistakes | undefined {
  const { document, kind, value } = subject;
  const one = (explain: () => Problem): Mistakes => ({ count: 1, explain: () => [explain()] });
  if (!isObject(value)) return one(() => notAnObject(subject));
  const other = kind === 'plan' ? otherKind(value) : undefined;
  if (other !== undefined) return one(() => problem('PLAN1001', { file: document.file }, other, other));
  const type = kind === 'state' ? typeOfState(value) : undefined;
  if (kind === 'state' && type === undefined) return one(() => missingType(subject, value));
  const validator = validatorOf(subject);
  if (validator === undefined) return one(() => unknownType(subject, type!));
  const refused = validator(value) ? [] : validator.errors!;
  const errors = kind === 'plan' ? [...refused, ...headerErrors(value, version)] : refused;
  const count = errors.length + (isMixedUp(subject, value) ? 1 : 0);
  if (count === 0) return undefined;
  return { count, explain: () => explain(subject, errors.slice(0, mostProblems)) };
}

/** Whether names, types and fields are right, but not where they stand. */
const isMixedUp = (subject: Subject, value: JsonObject): boolean =>
  amongResources(subject).length > 0 ||
  (subject.kind !== 'state' && isObject(value.States) && scatteredIn(subject, value.States) !== undefined);

function notAnObject({ document: { file }, kind, path, value }: Subject): Problem {
  if (kind === 'plan') {
    const help = isList(value)
      ? 'write its fields without `- `'
      : 'write each field as `key: value` on a line of its own, such as `Name: webshop`';
    return problem('PLAN1001', { file }, { found: found(value) }, { help });
  }
  const expected = kind === 'state' ? 'an object with a `Type`' : 'an object with `States`';
  const values = { name: label(path), expected, found: found(value) };
  return problem('PLAN1005', { file, path }, values, {
    help: kind === 'state' ? stateHelp(path, value) : 'write `States` under it, and under that its states',
  });
}

/** The states of a scope, or the scopes of a state, in the order of the source. */
function inside(subject: Subject): Subject[] {
  const { document, kind, path, value } = subject;
  if (!isObject(value)) return [];
  if (kind !== 'state') {
    const states = keyOf(value, 'States') ?? 'States';
    const held = value[states];
    if (!isObject(held)) return [];
    const { names, owner } = scatteredIn(subject, held) ?? { names: [], owner: undefined };
    const asStates = document.keys(held).filter((name) => name !== owner && !names.includes(name));
    return asStates.map((name) => ({
      document,
      kind: 'state',
      path: [...path, states, name],
      value: held[name]!,
    }));
  }
  return innerScopes(value).map(([scope, at, held]) => ({
    document,
    kind: scope,
    path: [...path, ...at],
    value: held,
  }));
}

function innerScopes({
  Type,
  Branches,
  ItemProcessor,
  Iterator: iterator,
  States: outside,
}: JsonObject): [Kind, Path, Json][] {
  if (Type === 'Parallel' && isList(Branches)) {
    return Branches.map((branch, index) => ['branch', ['Branches', index], branch]);
  }
  if (Type !== 'Map') return [];
  const bodies: [string, Json | undefined][] = [
    ['ItemProcessor', ItemProcessor],
    ['Iterator', iterator],
  ];
  return bodies.flatMap(([field, body]) => {
    // Indented too little, which is said of the state.
    const isFlattened = body === null && outside !== undefined;
    return body === undefined || isFlattened ? [] : [['body', [field], body]];
  });
}
