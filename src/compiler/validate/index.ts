import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { fields, type SchemaError, validators } from '../../generated/validators.js';
import { isList, isObject } from '../../language/json.js';
import type { Document, Json, JsonObject } from '../../source/document.js';
import { explain } from './explain.js';
import { headerErrors } from './header.js';
import { missingType, unknownType } from './type.js';
import { found, label } from './words.js';

/** More help nobody: they mostly have few causes. */
const most = 100;

export interface Validation {
  readonly problems: readonly Problem[];
  /** The objects with a mistake among their own fields: states, inner scopes, the plan itself. */
  readonly invalid: ReadonlySet<Json>;
}

/** What a plan is walked as. A state has the validator of its type, known when it is reached. */
export type Kind = 'plan' | 'branch' | 'body' | 'state';

export interface Subject {
  readonly document: Document;
  readonly kind: Kind;
  readonly path: Path;
  readonly value: Json;
}

/**
 * Holds a plan against the schema: its top level, and every state of every scope by its own type, so that one mistake
 * gives one problem. `version` is the one given from outside, which the plan then need not have.
 */
export function validate(document: Document, { version }: { version?: string | undefined } = {}): Validation {
  const invalid = new Set<Json>();
  const problems: Problem[] = [];
  let left = 0;
  const seen = new Set<Json>();
  const plan = document.value;
  if (plan === undefined) return { problems, invalid };
  // A stack and not recursion: plans may be nested deeper than calls. What an alias repeats is looked at once.
  const stack: Subject[] = [{ document, kind: 'plan', path: [], value: plan }];
  for (let subject = stack.pop(); subject !== undefined; subject = stack.pop()) {
    const { value } = subject;
    if (isObject(value) && seen.has(value)) continue;
    seen.add(value);
    const mistakes = check(subject, version, most - problems.length);
    if (mistakes.problems.length + mistakes.left > 0) invalid.add(value);
    problems.push(...mistakes.problems);
    left += mistakes.left;
    stack.push(...inside(subject).reverse());
  }
  if (left > 0) problems.push(problem('PLAN1011', { file: document.file }, { count: left }));
  return { problems, invalid };
}

interface Mistakes {
  readonly problems: readonly Problem[];
  readonly left: number;
}

function check(subject: Subject, version: string | undefined, room: number): Mistakes {
  const { document, kind, path, value } = subject;
  const only = (...problems: Problem[]): Mistakes =>
    room > 0 ? { problems, left: 0 } : { problems: [], left: problems.length };
  if (!isObject(value)) {
    if (kind === 'plan') return only(problem('PLAN1001', { file: document.file }, { found: found(value) }));
    const expected = kind === 'state' ? 'an object with a `Type`' : 'an object with `States`';
    const name = label(path);
    return only(problem('PLAN1005', { file: document.file, path }, { name, expected, found: found(value) }));
  }
  if (kind === 'state' && value.Type === undefined) return only(missingType(subject, value));
  if (kind === 'state' && !isType(value.Type)) return only(unknownType(subject, value.Type!));
  const validator = validators[kind === 'state' ? String(value.Type) : kind]!;
  const errors: SchemaError[] = validator(value) ? [] : [...validator.errors!];
  if (kind === 'plan') errors.push(...headerErrors(value, version));
  if (errors.length === 0) return { problems: [], left: 0 };
  if (room <= 0) return { problems: [], left: errors.length };
  const problems = explain(subject, value, errors.slice(0, most));
  const shown = problems.slice(0, room);
  return { problems: shown, left: problems.length - shown.length + Math.max(0, errors.length - most) };
}

const isType = (type: Json | undefined): boolean => typeof type === 'string' && Object.hasOwn(fields, type);

/** The states of a scope, or the scopes of a state, in the order of the source. */
function inside({ document, kind, path, value }: Subject): Subject[] {
  if (!isObject(value)) return [];
  if (kind !== 'state') {
    const states = value.States;
    if (!isObject(states)) return [];
    return document.keys(states).map((name) => ({
      document,
      kind: 'state',
      path: [...path, 'States', name],
      value: states[name]!,
    }));
  }
  return scopes(value).map(([kind, at, scope]) => ({ document, kind, path: [...path, ...at], value: scope }));
}

function scopes({ Type, Branches, ItemProcessor, Iterator: iterator }: JsonObject): [Kind, Path, Json][] {
  if (Type === 'Parallel' && isList(Branches)) {
    return Branches.map((branch, index) => ['branch', ['Branches', index], branch]);
  }
  if (Type !== 'Map') return [];
  const bodies: [string, Json | undefined][] = [
    ['ItemProcessor', ItemProcessor],
    ['Iterator', iterator],
  ];
  return bodies.flatMap(([field, body]) => (body === undefined ? [] : [['body', [field], body]]));
}
