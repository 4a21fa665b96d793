import type { Piece } from './piece.js';

/** Line folding of plain and quoted text: https://yaml.org/spec/1.2.2/#65-line-folding */
export function* foldedPieces(source: string, start: number, end: number): Generator<Piece> {
  let contentEnd = start;
  let emptyLines = 0;
  for (let lineStart = start; ; ) {
    const found = source.indexOf('\n', lineStart);
    const isLast = found === -1 || found >= end;
    const lineEnd = isLast ? end : found;
    const from = lineStart === start ? start : skipBlank(source, lineStart, lineEnd);
    const to = isLast ? end : trimBlank(source, from, lineEnd);
    if (lineStart !== start) {
      if (from === to && !isLast) emptyLines++;
      else {
        yield { length: Math.max(1, emptyLines), from: contentEnd, to: from };
        emptyLines = 0;
      }
    }
    if (from < to) yield { length: to - from, from, to };
    if (from < to || lineStart === start) contentEnd = to;
    if (isLast) return;
    lineStart = found + 1;
  }
}

export function* singleQuotedPieces(source: string): Generator<Piece> {
  for (const piece of foldedPieces(source, 1, source.length - 1)) {
    let from = piece.from;
    const isContent = piece.length === piece.to - from;
    for (
      let at = source.indexOf("''", from);
      isContent && at !== -1 && at < piece.to;
      at = source.indexOf("''", from)
    ) {
      if (at > from) yield { length: at - from, from, to: at };
      yield { length: 1, from: at, to: at + 2 };
      from = at + 2;
    }
    yield isContent ? { length: piece.to - from, from, to: piece.to } : piece;
  }
}

// An escape, with the blanks after an escaped line break; a folded line break with the blanks around it; other blanks.
const special = /\\(?:\r?\n[ \t]*|x..|u.{4}|U.{8}|[\s\S])|[ \t]*\r?\n[ \t\r\n]*|[ \t]+/g;

/** Escapes: https://yaml.org/spec/1.2.2/#57-escaped-characters */
export function* doubleQuotedPieces(source: string): Generator<Piece> {
  const end = source.length - 1;
  let from = 1;
  for (const { 0: found, index } of source.slice(1, end).matchAll(special)) {
    if (isBlank(found[0]) && !found.includes('\n')) continue;
    const at = index + 1;
    if (at > from) yield { length: at - from, from, to: at };
    from = at + found.length;
    yield { length: lengthOf(found), from: at, to: from };
  }
  if (end > from) yield { length: end - from, from, to: end };
}

function lengthOf(special: string): number {
  if (special.startsWith('\\U')) return String.fromCodePoint(Number.parseInt(special.slice(2), 16)).length;
  if (special.startsWith('\\')) return special.includes('\n') ? 0 : 1;
  return Math.max(1, special.split('\n').length - 2);
}

function skipBlank(source: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(source[at])) at++;
  return at;
}

function trimBlank(source: string, from: number, to: number): number {
  let at = to > from && source[to - 1] === '\r' ? to - 1 : to;
  while (at > from && isBlank(source[at - 1])) at--;
  return at;
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t';
