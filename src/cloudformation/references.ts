import type { Path } from '../diagnostics/problem.js';
import { isIntrinsic } from '../language/intrinsic.js';
import { isList, isObject } from '../language/json.js';
import type { Json } from '../source/document.js';

/** A name that an intrinsic function of a template points at, and where it is written. */
export interface TemplateReference {
  /** `value`: of a resource or parameter (`Ref`); `attribute`: of a resource (`Fn::GetAtt`); `condition`: of `Fn::If`. */
  readonly kind: 'value' | 'attribute' | 'condition';
  readonly name: string;
  /** Path of the string that holds the name, and which of its characters, when it holds more. */
  readonly path: Path;
  readonly span?: readonly [number, number];
}

/**
 * Calls `visit` for each name that `Ref`, `Fn::GetAtt`, `Fn::Sub` and `Fn::If` point at inside a value.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function eachReference(
  value: Json | undefined,
  visit: (reference: TemplateReference) => void,
  base: Path = [],
): void {
  const path = [...base];
  const walk = (inner: Json | undefined): void => {
    if (isList(inner)) {
      for (const [index, item] of inner.entries()) enter(index, item);
    } else if (isObject(inner)) {
      for (const key in inner) enter(key, inner[key]!);
      if (!isIntrinsic(inner)) return;
      for (const found of named(inner)) visit({ ...found, path: [...path, ...found.path] });
    }
  };
  const enter = (key: string | number, inner: Json) => {
    path.push(key);
    walk(inner);
    path.pop();
  };
  walk(value);
}

/** Whether some intrinsic function inside a value points at a name. */
export function refersTo(value: Json, name: string): boolean {
  let found = false;
  eachReference(value, (reference) => {
    found ||= reference.name === name;
  });
  return found;
}

function named(call: { readonly [key: string]: Json }): readonly TemplateReference[] {
  const [name, argument] = Object.entries(call)[0]!;
  const first = isList(argument) ? argument[0] : argument;
  if (typeof first !== 'string') return [];
  const path = isList(argument) ? [name, 0] : [name];
  switch (name) {
    case 'Ref':
      return [{ kind: 'value', name: first, path }];
    case 'Fn::GetAtt':
      return [{ path, ...resourceOf(first, 0), kind: 'attribute' }];
    case 'Fn::If':
      return [{ kind: 'condition', name: first, path }];
    case 'Fn::Sub':
      return variables(first, isList(argument) ? argument[1] : undefined, path);
    default:
      return [];
  }
}

const variable = /\$\{\s*([^!{}\s][^{}]*?)\s*\}/g;

function variables(text: string, own: Json | undefined, path: Path): readonly TemplateReference[] {
  return [...text.matchAll(variable)].flatMap((match): TemplateReference[] => {
    const name = match[1]!;
    if (isObject(own) && Object.hasOwn(own, name)) return [];
    const start = match.index + match[0].indexOf(name, 2);
    return [{ path, ...resourceOf(name, start) }];
  });
}

/** `Database.Endpoint` is an attribute of the resource `Database`. */
function resourceOf(
  text: string,
  start: number,
): Pick<Required<TemplateReference>, 'kind' | 'name' | 'span'> {
  const dot = text.indexOf('.');
  const name = dot === -1 ? text : text.slice(0, dot);
  return { kind: dot === -1 ? 'value' : 'attribute', name, span: [start, start + name.length] };
}
