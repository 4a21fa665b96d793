import { heldFields } from '../asl/held-fields.js';
import { parse } from '../asl/path/parse.js';
import type { Argument, Call, Fault, PathExpression } from '../asl/path/syntax.js';
import type { Path } from '../diagnostics/problem.js';
import { isList, isObject } from '../language/json.js';
import type { State } from '../language/plan.js';
import type { Holds } from '../language/schema.js';
import type { Json } from '../source/document.js';
import { remembered } from './remembered.js';

/** A path or a call of a function in a state in JSONPath, and what was read of it. */
export interface Expression {
  /** The field, or the key in `.$` of a template. */
  readonly name: string;
  /** In the document. */
  readonly path: Path;
  readonly text: string;
  readonly holds: Holds;
  readonly found: PathExpression | Call | Fault;
}

/** Whether a text is all there: no reference of plancc's and no substitution of CloudFormation's or others' will change it. */
export const isWritten = (text: string): boolean => !text.includes('${');

/** Whether a text is meant as a path or a call, well-formed or not. */
export const isMeant = (text: string): boolean => /^\s*(\$|States\.)/.test(text);

const paths: readonly Holds[] = ['path', 'reference path', 'result path', 'path or text function'];
export const templates: readonly Holds[] = ['template', 'JSONPath template'];

/** Every path and call of a state, read once. */
export const expressionsOf = remembered((state: State): readonly Expression[] => {
  if (state.language === 'JSONata') return [];
  return heldFields(state).flatMap(({ name, path, value, holds }) => {
    const at = [...state.path, ...path];
    if (templates.includes(holds)) return inTemplate(value, at, holds);
    if (!paths.includes(holds) || typeof value !== 'string' || !isWritten(value)) return [];
    return [{ name, path: at, text: value, holds, found: parse(value) }];
  });
});

function inTemplate(value: Json, path: Path, holds: Holds): readonly Expression[] {
  if (isList(value)) return value.flatMap((item, index) => inTemplate(item, [...path, index], holds));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = [...path, name];
    if (!name.endsWith('.$')) return inTemplate(inner, at, holds);
    if (typeof inner !== 'string' || !isWritten(inner) || !isMeant(inner)) return [];
    return [{ name, path: at, text: inner, holds, found: parse(inner) }];
  });
}

/** The paths in an expression: itself, or those among the arguments of a call. */
export function pathsIn(found: Argument | Fault): readonly PathExpression[] {
  if (found.kind === 'path') return [found];
  return found.kind === 'call' ? found.arguments.flatMap(pathsIn) : [];
}
