import { isIntrinsic, type Piece, pieces } from '../../language/intrinsic.js';
import { isList, isObject } from '../../language/json.js';
import { isExpression, toExpression } from '../../language/jsonata.js';
import type { QueryLanguage } from '../../language/plan.js';
import type { Json } from '../../source/document.js';
import type { Writer } from './writer.js';

/** A text with references as a string that Step Functions evaluates in a JSONata state. */
export const jsonataText = (parts: readonly Piece[], writer: Writer): string =>
  isExpression(outline(parts)) ? withReferences(parts, writer) : toExpression(operands(parts, writer));

/**
 * A JSONata expression for any JSON value, references and all. Only an author who writes JSONata means `{% … %}` as an
 * expression: in JSONPath it is text.
 */
export function jsonataValue(value: Json, writer: Writer, author: QueryLanguage): string {
  if (typeof value === 'string' || isIntrinsic(value)) {
    const parts = pieces(value);
    if (parts.length === 0) return '""';
    const evaluated = author === 'JSONata' && isExpression(outline(parts));
    return evaluated ? `(${withReferences(parts, writer).slice(2, -2).trim()})` : operands(parts, writer);
  }
  if (isList(value)) return `[${value.map((item) => jsonataValue(item, writer, author)).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, inner]) => `${JSON.stringify(key)}: ${jsonataValue(inner, writer, author)}`,
  );
  return `{${entries.join(', ')}}`;
}

const outline = (parts: readonly Piece[]): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : 'x')).join('');

function operands(parts: readonly Piece[], writer: Writer): string {
  const values = parts.map((part) => {
    if (part.kind === 'reference') return writer.expression(part.reference);
    if (part.kind === 'value') return `"${writer.placeholder(part.value)}"`;
    return part.kind === 'text' ? JSON.stringify(part.text) : '""';
  });
  return values.join(' & ');
}

/** The author's expression with references in their places; inside a string it is closed before and opened behind. */
function withReferences(parts: readonly Piece[], writer: Writer): string {
  let quote = '';
  let written = '';
  for (const part of parts) {
    if (part.kind === 'text') {
      quote = quoteBehind(part.text, quote);
      written += part.text;
    } else if (part.kind === 'value') written += writer.placeholder(part.value);
    else if (part.kind === 'reference') {
      const value = `(${writer.expression(part.reference)})`;
      written += quote === '' ? value : `${quote} & ${value} & ${quote}`;
    }
  }
  return written;
}

/** The quotation mark of the string that is open behind a piece of JSONata; empty when none is. */
function quoteBehind(text: string, before: string): string {
  let quote = before;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (quote === '') {
      if (character === '"' || character === "'" || character === '`') quote = character;
    } else if (character === '\\') index++;
    else if (character === quote) quote = '';
  }
  return quote;
}
