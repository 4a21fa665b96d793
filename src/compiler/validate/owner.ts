import type { Path } from '../../diagnostics/problem.js';
import { isObject } from '../../language/json.js';
import { isPlanccType } from '../../states/registry.js';
import type { Subject } from './index.js';
import { written } from './words.js';

const kinds = { plan: 'a plan', branch: 'a branch', body: 'the body of a Map' } as const;

/** The type of a state of plancc's; undefined for everything else. */
export function planccType({ kind, value }: Subject): string | undefined {
  const type = kind === 'state' && isObject(value) ? value.Type : undefined;
  return isPlanccType(type) ? String(type) : undefined;
}

/** The object at a path of what is looked at, in words: "a `Task` state", "`Retry[0]`". */
export function ownerOf(subject: Subject, at: Path): string {
  const { kind, value } = subject;
  if (at.length === 0) {
    return kind === 'state' && isObject(value) ? `a \`${value.Type}\` state` : kinds[kind as keyof typeof kinds];
  }
  const type = planccType(subject);
  return type !== undefined && at.length === 1 && at[0] === 'Properties'
    ? `the properties of \`${type}\``
    : `\`${written(at)}\``;
}
