import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isObject } from '../../language/json.js';
import { isPlanccType } from '../../states/registry.js';
import type { Subject } from './index.js';
import { written } from './words.js';

const kinds = { plan: 'a plan', branch: 'a branch', body: 'the states of a Map' } as const;

/** The state type of what is looked at, if it is a state of plancc's. */
export function planccType({ kind, value }: Subject): string | undefined {
  const type = kind === 'state' && isObject(value) ? value.Type : undefined;
  return isPlanccType(type) ? String(type) : undefined;
}

/** The object at a path of what is looked at, in words: "a `Task` state", "`Retry[0]`". */
export function ownerOf(subject: Subject, at: Path): string {
  const { kind, value } = subject;
  const type = planccType(subject);
  if (at.length > 0) {
    return type !== undefined && at.length === 1 && at[0] === 'Properties'
      ? `the properties of \`${type}\``
      : `\`${written(at)}\``;
  }
  return kind === 'state' ? `a \`${(value as { Type: string }).Type}\` state` : kinds[kind];
}

/** A field that an object must have, or a group of fields of which it must have one. */
export function missingField(subject: Subject, at: Path, names: readonly string[]): Problem {
  const { document, kind, path } = subject;
  const { file } = document;
  const whole = [...path, ...at];
  const owner = at.length === 0 && kind === 'state' ? `\`${path.at(-1)}\`` : ownerOf(subject, at);
  const place = whole.length === 0 ? { file } : { file, path: whole, on: 'key' as const };
  const help =
    names[0] === 'Version' && kind === 'plan'
      ? 'add one, such as `Version: 1.0.0`, or give it with `--set-version`'
      : names.length > 1
        ? `add one of them`
        : `add \`${names[0]}\``;
  return problem('PLAN1002', place, { owner, names }, { help });
}
