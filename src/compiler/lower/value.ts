import { isIntrinsic, type Piece, pieces } from '../../language/intrinsic.js';
import { isList, isObject } from '../../language/json.js';
import { isExpression, toExpression } from '../../language/jsonata.js';
import { intrinsicString } from '../../language/jsonpath.js';
import type { QueryLanguage } from '../../language/plan.js';
import type { Reference } from '../../language/reference.js';
import type { Json, JsonObject } from '../../source/document.js';

/** How a field's references and CloudFormation values are written in the state's language. */
export interface Writer {
  readonly language: QueryLanguage;
  /** The JSONPath or JSONata expression that gives the reference's value. */
  readonly expression: (reference: Reference) => string;
  /** The `${Name}` that CloudFormation fills. */
  readonly placeholder: (value: JsonObject) => string;
}

/** A value that stands as it is, or one that Step Functions computes: a path or intrinsic in JSONPath. */
export type Lowered = { readonly literal: Json } | { readonly expression: string };

/** Lowers a payload: in JSONPath, keys whose value is computed get `.$`; in JSONata, strings become `{% … %}`. */
export function lowerValue(value: Json, writer: Writer): Lowered {
  if (typeof value === 'string' || isIntrinsic(value)) return lowerText(pieces(value), writer);
  if (isList(value)) return lowerList(value, writer);
  if (!isObject(value)) return { literal: value };
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => {
    const lowered = lowerValue(inner, writer);
    return 'literal' in lowered ? [key, lowered.literal] : [`${key}.$`, lowered.expression];
  });
  return { literal: Object.fromEntries(entries) };
}

function lowerText(parts: readonly Piece[], writer: Writer): Lowered {
  const only = parts[0];
  const raw = parts.map((part) => rawText(part, writer)).join('');
  if (!parts.some((part) => part.kind === 'reference')) return { literal: raw };
  if (writer.language === 'JSONata') return { literal: jsonataText(parts, raw, writer) };
  if (parts.length === 1 && only?.kind === 'reference')
    return { expression: writer.expression(only.reference) };
  const template = parts
    .map((part) => (part.kind === 'text' ? intrinsicString(part.text).slice(1, -1) : '{}'))
    .join('');
  const values = parts.flatMap((part) => {
    if (part.kind === 'reference') return writer.expression(part.reference);
    return part.kind === 'value' ? `'${writer.placeholder(part.value)}'` : [];
  });
  return { expression: `States.Format('${template}', ${values.join(', ')})` };
}

/** The text with placeholders, and references in parentheses as a JSONata expression needs them. */
function rawText(part: Piece, writer: Writer): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'value') return writer.placeholder(part.value);
  return part.kind === 'reference' ? `(${writer.expression(part.reference)})` : '';
}

function jsonataText(parts: readonly Piece[], raw: string, writer: Writer): string {
  return isExpression(raw) ? raw : toExpression(jsonataOperands(parts, writer));
}

function jsonataOperands(parts: readonly Piece[], writer: Writer): string {
  return parts
    .map((part) => {
      if (part.kind === 'reference') return writer.expression(part.reference);
      return JSON.stringify(rawText(part, writer));
    })
    .join(' & ');
}

/** A JSONata expression for any JSON value, references and all. */
export function jsonataValue(value: Json, writer: Writer): string {
  if (typeof value === 'string' || isIntrinsic(value)) {
    const parts = pieces(value);
    const raw = parts.map((part) => rawText(part, writer)).join('');
    if (isExpression(raw)) return `(${raw.slice(2, -2).trim()})`;
    return parts.length === 0 ? '""' : jsonataOperands(parts, writer);
  }
  if (isList(value)) return `[${value.map((item) => jsonataValue(item, writer)).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, inner]) => `${JSON.stringify(key)}: ${jsonataValue(inner, writer)}`,
  );
  return `{${entries.join(', ')}}`;
}

/** Lists cannot hold computed items in JSONPath, so a list with one is computed as a whole. */
function lowerList(list: readonly Json[], writer: Writer): Lowered {
  const items = list.map((item) => lowerValue(item, writer));
  if (!items.some((item) => 'expression' in item)) {
    return { literal: items.map((item) => ('literal' in item ? item.literal : null)) };
  }
  if (!items.every((item) => 'expression' in item || isPlain(item.literal))) {
    return { expression: `States.StringToJson(${jsonFormat(list, writer)})` };
  }
  const values = items.map((item) => ('expression' in item ? item.expression : plainText(item.literal)));
  return { expression: `States.Array(${values.join(', ')})` };
}

const isPlain = (value: Json): boolean => value !== null && typeof value !== 'object';
const plainText = (value: Json): string =>
  typeof value === 'string' ? intrinsicString(value) : JSON.stringify(value);

/** `States.Format` of a value's JSON text: for lists that hold objects beside computed items. */
function jsonFormat(value: Json, writer: Writer): string {
  const values: string[] = [];
  const template = (part: Json): string => {
    if (isList(part)) return `[${part.map(template).join(',')}]`;
    if (isObject(part) && !isIntrinsic(part)) {
      return `{${Object.entries(part).map(([key, inner]) => `${JSON.stringify(key)}:${template(inner)}`)}}`;
    }
    const lowered = lowerValue(part, writer);
    if ('literal' in lowered) return JSON.stringify(lowered.literal);
    values.push(`States.JsonToString(${lowered.expression})`);
    return '\u0000';
  };
  const text = intrinsicString(template(value)).replaceAll('\u0000', '{}');
  return `States.Format(${[text, ...values].join(', ')})`;
}
