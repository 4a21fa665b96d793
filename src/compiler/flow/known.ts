import { severalBy } from '../../asl/path/keys.js';
import { parse } from '../../asl/path/parse.js';
import type { PathExpression } from '../../asl/path/syntax.js';
import { isList, isObject } from '../../language/json.js';
import { isExpression } from '../../language/jsonata.js';
import type { State } from '../../language/plan.js';
import type { Json } from '../../source/document.js';

/** What is known of a JSON value before it exists: anything, a value without fields, or an object. */
export type Known =
  | { readonly kind: 'any' }
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'object';
      readonly fields: ReadonlyMap<string, Known>;
      /** Whether it has no other fields. */
      readonly whole: boolean;
      /** The state that made it. */
      readonly by: State;
    };

export const anything: Known = { kind: 'any' };

/** What a literal value is; an expression in it may give anything. */
export function literal(value: Json, by: State): Known {
  if (isList(value) || (typeof value === 'string' && isExpression(value))) return anything;
  if (!isObject(value)) return { kind: 'plain' };
  const fields = new Map(Object.entries(value).map(([key, inner]) => [key, literal(inner, by)]));
  return { kind: 'object', fields, whole: true, by };
}

/** What a payload template gives for an input: https://states-language.net/#payload-template */
export function filled(template: Json, input: Known, by: State): Known {
  if (!isObject(template)) return isList(template) ? anything : { kind: 'plain' };
  const fields = new Map(
    Object.entries(template).map(([key, value]): [string, Known] =>
      key.endsWith('.$') ? [key.slice(0, -2), at(value, input)] : [key, filled(value, input, by)],
    ),
  );
  return { kind: 'object', fields, whole: true, by };
}

/** What a path into the input gives; anything where that is not known, or where it is no such path. */
export function at(path: Json | undefined, input: Known): Known {
  if (path === undefined || path === '$') return input;
  const found = typeof path === 'string' ? parse(path) : undefined;
  if (found?.kind !== 'path' || found.root !== 'input' || severalBy(found) !== undefined) return anything;
  const reached = follow(found, input);
  return 'missing' in reached ? anything : reached;
}

/** A step of a path that finds nothing, and the object it is not in, if it is one. */
export interface Missing {
  readonly missing: number;
  readonly owner: Known;
}

/** Follows a path as far as single steps lead. */
export function follow({ steps }: PathExpression, input: Known): Known | Missing {
  let reached = input;
  for (const [index, step] of steps.entries()) {
    if (reached.kind === 'any' || step.deep || (step.kind !== 'key' && step.kind !== 'index'))
      return anything;
    if (reached.kind === 'plain' || step.kind === 'index') return { missing: index, owner: reached };
    const next = reached.fields.get(step.key);
    if (next === undefined) return reached.whole ? { missing: index, owner: reached } : anything;
    reached = next;
  }
  return reached;
}

/** The input with a result put where `ResultPath` says. */
export function placed(path: Json | undefined, input: Known, result: Known, by: State): Known {
  if (path === undefined || path === '$') return result;
  if (path === null) return input;
  const found = typeof path === 'string' ? parse(path) : undefined;
  if (found?.kind !== 'path' || severalBy(found) !== undefined) return anything;
  const keys = found.steps.map((step) => (step.kind === 'key' ? step.key : undefined));
  return keys.includes(undefined) ? anything : put(keys as readonly string[], input, result, by);
}

function put([key, ...rest]: readonly string[], into: Known, result: Known, by: State): Known {
  if (key === undefined) return result;
  if (into.kind === 'plain') return anything;
  const { fields, whole } =
    into.kind === 'object' ? into : { fields: new Map<string, Known>(), whole: false };
  // What is made on the way has nothing else in it.
  const inner = fields.get(key) ?? (whole ? literal({}, by) : anything);
  return { kind: 'object', fields: new Map(fields).set(key, put(rest, inner, result, by)), whole, by };
}

/** What is known where two ways meet: a field that only one of them has may be missing, and is not held against anyone. */
export function either(a: Known, b: Known): Known {
  if (a === b) return a;
  if (a.kind !== 'object' || b.kind !== 'object')
    return a.kind === 'plain' && b.kind === 'plain' ? a : anything;
  const common = [...a.fields].filter(([key]) => b.fields.has(key));
  const whole = a.whole && b.whole && common.length === a.fields.size && common.length === b.fields.size;
  const fields = new Map(common.map(([key, known]) => [key, either(known, b.fields.get(key)!)]));
  return { kind: 'object', fields, whole, by: a.by };
}

/** Whether two are known to the same extent. */
export function same(a: Known, b: Known): boolean {
  if (a === b) return true;
  if (a.kind !== 'object' || b.kind !== 'object') return a.kind === b.kind;
  return (
    a.whole === b.whole &&
    a.fields.size === b.fields.size &&
    [...a.fields].every(([key, known]) => b.fields.has(key) && same(known, b.fields.get(key)!))
  );
}
