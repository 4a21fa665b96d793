import type { Path } from '../../../diagnostics/problem.js';
import { isIntrinsic } from '../../../language/intrinsic.js';
import { isList, isObject } from '../../../language/json.js';
import type { State } from '../../../language/plan.js';
import type { Json } from '../../../source/document.js';
import { type Field, fieldsOf } from '../../references/fields.js';

/** A string in a field that may hold an expression. */
export interface FieldText {
  readonly field: Field;
  readonly text: string;
  /** In the document. */
  readonly path: Path;
  /** Whether it is the whole value of the field, not a part of it. */
  readonly whole: boolean;
}

/** Step Functions evaluates strings of these alone; a name of a state or an ARN is text. */
const evaluated = ['payload', 'twin', 'condition'];

/** The strings of a state with `{%` or `%}` where Step Functions evaluates expressions. */
export function* textsOf(state: State): Iterable<FieldText> {
  for (const field of fieldsOf(state)) {
    if (!evaluated.includes(field.use)) continue;
    const base = [...state.path, ...field.path];
    for (const [text, path] of stringsIn(field.value, base))
      if (text.includes('{%') || text.includes('%}'))
        yield { field, text, path, whole: path.length === base.length };
  }
}

/** Strings with their places. Of CloudFormation's functions only `Fn::Sub` has a text that is kept as it is written. */
function* stringsIn(value: Json, path: Path): Iterable<readonly [string, Path]> {
  if (typeof value === 'string') yield [value, path];
  else if (isIntrinsic(value)) {
    const sub = value['Fn::Sub'];
    if (typeof sub === 'string') yield [sub, [...path, 'Fn::Sub']];
    else if (isList(sub) && typeof sub[0] === 'string') yield [sub[0], [...path, 'Fn::Sub', 0]];
  } else if (isList(value)) {
    for (const [index, item] of value.entries()) yield* stringsIn(item, [...path, index]);
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) yield* stringsIn(inner, [...path, key]);
  }
}
