import { intrinsicString } from '../../asl/path/print.js';
import { isIntrinsic, type Piece, pieces } from '../../language/intrinsic.js';
import { isList, isObject } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';
import { jsonataText } from './jsonata-value.js';
import type { Writer } from './writer.js';

/** A value that stands as it is, or one that Step Functions computes: a path or intrinsic in JSONPath. */
export type Lowered = { readonly literal: Json } | { readonly expression: string };

/** Lowers a payload: in JSONPath, keys whose value is computed get `.$`; in JSONata, strings become `{% … %}`. */
export function lowerValue(value: Json, writer: Writer): Lowered {
  if (typeof value === 'string' || isIntrinsic(value)) return lowerText(pieces(value), writer);
  if (isList(value)) return lowerList(value, writer);
  if (!isObject(value)) return { literal: value };
  return { literal: lowerObject(value, writer) };
}

/** An object stays one: in JSONPath its computed values are marked by their keys. */
export function lowerObject(value: JsonObject, writer: Writer): JsonObject {
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => {
    const lowered = lowerValue(inner, writer);
    return 'literal' in lowered ? [key, lowered.literal] : [`${key}.$`, lowered.expression];
  });
  return Object.fromEntries(entries);
}

function lowerText(parts: readonly Piece[], writer: Writer): Lowered {
  if (!parts.some((part) => part.kind === 'reference'))
    return { literal: written(parts, writer, (text) => text) };
  if (writer.language === 'JSONata') return { literal: jsonataText(parts, writer) };
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'reference') {
    return { expression: writer.expression(only.reference) };
  }
  const template = parts.map((part) => (part.kind === 'text' ? escaped(part.text) : '{}')).join('');
  const values = parts.flatMap((part) => {
    if (part.kind === 'reference') return writer.expression(part.reference);
    return part.kind === 'value' ? `'${writer.placeholder(part.value)}'` : [];
  });
  return { expression: `States.Format('${template}', ${values.join(', ')})` };
}

const escaped = (text: string): string => intrinsicString(text).slice(1, -1);

/** The characters of a text without references; the braces of a placeholder are not its own and stay as they are. */
const written = (parts: readonly Piece[], writer: Writer, inLiteral: (text: string) => string): string =>
  parts
    .map((part) =>
      part.kind === 'text'
        ? inLiteral(part.text)
        : part.kind === 'value'
          ? writer.placeholder(part.value)
          : '',
    )
    .join('');

/** Lists cannot hold computed items in JSONPath, so a list with one is computed as a whole. */
function lowerList(list: readonly Json[], writer: Writer): Lowered {
  const items = list.map((item) => lowerValue(item, writer));
  if (!items.some((item) => 'expression' in item)) {
    return { literal: items.map((item) => ('literal' in item ? item.literal : null)) };
  }
  const values = items.map((item, index) => argument(list[index]!, item, writer));
  if (values.includes(undefined)) return { expression: `States.StringToJson(${jsonFormat(list, writer)})` };
  return { expression: `States.Array(${values.join(', ')})` };
}

/** An item as an argument of an intrinsic function; undefined for objects and null, which none takes. */
function argument(item: Json, lowered: Lowered, writer: Writer): string | undefined {
  if ('expression' in lowered) return lowered.expression;
  if (typeof item === 'string' || isIntrinsic(item)) return `'${written(pieces(item), writer, escaped)}'`;
  return item === null || typeof item === 'object' ? undefined : JSON.stringify(item);
}

/** `States.Format` of a value's JSON text: for lists that hold objects beside computed items. */
function jsonFormat(value: Json, writer: Writer): string {
  const values: string[] = [];
  const hole = (expression: string): string => {
    values.push(expression);
    return '{}';
  };
  const template = (part: Json): string => {
    if (isList(part)) return `[${part.map(template).join(',')}]`;
    if (isObject(part) && !isIntrinsic(part)) {
      const entries = Object.entries(part).map(
        ([key, inner]) => `${escaped(JSON.stringify(key))}:${template(inner)}`,
      );
      return `\\{${entries.join(',')}\\}`;
    }
    const lowered = lowerValue(part, writer);
    if ('expression' in lowered) return hole(`States.JsonToString(${lowered.expression})`);
    if (typeof part !== 'string' && !isIntrinsic(part)) return escaped(JSON.stringify(lowered.literal));
    const inside = pieces(part).map((piece) =>
      piece.kind === 'value'
        ? hole(`'${writer.placeholder(piece.value)}'`)
        : piece.kind === 'text'
          ? escaped(JSON.stringify(piece.text).slice(1, -1))
          : '',
    );
    return `"${inside.join('')}"`;
  };
  return `States.Format(${[`'${template(value)}'`, ...values].join(', ')})`;
}
