import type { Path } from '../../diagnostics/problem.js';
import { isObject, valueAt } from '../../language/json.js';
import type { Subject } from './subject.js';

/** A field that an object cannot have, and those that it can have. */
interface Field {
  readonly at: Path;
  readonly name: string;
  readonly allowed: readonly string[];
}

/**
 * The empty field that an unknown one stands behind, which is then indented too little: it, and those between the two,
 * must have been meant to be inside.
 */
export function emptyOwner(subject: Subject, { at, name, allowed }: Field): string | undefined {
  const object = valueAt(subject.value, at);
  if (!isObject(object)) return undefined;
  const keys = subject.document.keys(object);
  const owner = keys.slice(0, keys.indexOf(name)).findLast((key) => allowed.includes(key));
  // `ResultPath: null` is no mistake, it drops the result.
  return owner === undefined || object[owner] !== null || owner.endsWith('Path') ? undefined : owner;
}
