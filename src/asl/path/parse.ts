import { parseCall, startsCall } from './parse-call.js';
import { parsePath } from './parse-path.js';
import { isAtEnd, type Reader, readerOf, refuse, skipSpaces } from './reader.js';
import type { Call, Fault, PathExpression } from './syntax.js';

/** Reads a path or the call of an intrinsic function; a fault when it is neither. */
export function parse(text: string): PathExpression | Call | Fault {
  const reader = readerOf(text);
  if (text[0] !== '$' && !startsCall(reader)) return noExpression(text);
  const found = text[0] === '$' ? parsePath(reader, false) : parseCall(reader);
  // Jayway trims the end.
  skipSpaces(reader);
  if (!isAtEnd(reader)) refuseRest(reader);
  return reader.fault ?? found;
}

function noExpression(text: string): Fault {
  const trimmed = text.trim();
  const starts = /^(\$|States\.)/.test(trimmed);
  const reason = starts ? 'it starts with spaces' : 'it starts with neither `$` nor `States.`';
  const help = starts ? `write \`${trimmed}\`` : undefined;
  return { kind: 'fault', reason, help, span: [0, text.length] };
}

function refuseRest(reader: Reader): undefined {
  const { text, at } = reader;
  const isCall = text[0] !== '$';
  if (!isCall && /\s/.test(text[at - 1]!))
    return refuse(
      reader,
      at,
      'a name with a space stands in brackets',
      "write it as in `$['a name']`",
      text.length,
    );
  const help = isCall ? undefined : "write names with such characters as in `$['a name']`";
  return refuse(reader, at, `\`${text[at]}\` cannot stand here`, help);
}
