import type { Piece } from './piece.js';

/** A line of block text: where it starts, where the spaces of its indentation end, where it ends. */
interface Line {
  readonly from: number;
  readonly text: number;
  readonly to: number;
}

const isEmpty = ({ text, to }: Line): boolean => text === to;

/** Literal and folded block text: https://yaml.org/spec/1.2.2/#81-block-scalar-styles */
export function* blockPieces(source: string, value: string): Generator<Piece> {
  const lines = linesOf(source);
  const first = lines.findIndex((line) => !isEmpty(line));
  if (first === -1) return;
  const indent = lines[first]!.text - lines[first]!.from - leadingSpaces(value);
  const last = lines.findLastIndex((line) => !isEmpty(line) || line.text - line.from > indent);

  let length = 0;
  for (const piece of linePieces(source, lines.slice(0, last + 1), first, indent)) {
    length += piece.length;
    yield piece;
  }
  // Line breaks at the end, as many as the chomping indicator keeps.
  if (value.length > length)
    yield { length: value.length - length, from: lines[last]!.to, to: source.length };
}

function* linePieces(
  source: string,
  lines: readonly Line[],
  first: number,
  indent: number,
): Generator<Piece> {
  const folded = source.startsWith('>');
  let breaks: '' | ' ' | '\n' | '\n\n' = '';
  let afterDeeper = false;
  let end = lines[0]!.from;
  for (const [index, line] of lines.entries()) {
    const from = Math.min(line.from + indent, line.text);
    const deeper = line.text > from || source[line.text] === '\t';
    if (index < first) {
      yield { length: line.to - from + 1, from, to: line.to + 1 };
      continue;
    }
    if (folded && isEmpty(line) && !deeper) {
      if (breaks === '\n') yield { length: 1, from: end, to: line.to };
      breaks = '\n';
      continue;
    }
    if (folded && deeper) {
      if (breaks === ' ') breaks = '\n';
      else if (breaks === '\n' && !afterDeeper) breaks = '\n\n';
    }
    if (breaks !== '') yield { length: breaks.length, from: end, to: from };
    if (line.to > from) yield { length: line.to - from, from, to: line.to };
    end = line.to;
    afterDeeper = deeper;
    breaks = folded && !deeper ? ' ' : '\n';
  }
}

function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  for (let from = source.indexOf('\n') + 1; from > 0; from = source.indexOf('\n', from) + 1) {
    const lineBreak = source.indexOf('\n', from);
    const end = lineBreak === -1 ? source.length : lineBreak;
    const to = end > from && source[end - 1] === '\r' ? end - 1 : end;
    let text = from;
    while (text < to && source[text] === ' ') text++;
    lines.push({ from, text, to });
  }
  return lines;
}

/** Of the first line with text: spaces beyond the block's indentation, which belong to the value. */
const leadingSpaces = (value: string): number => /^(?: *\n)*( *)/.exec(value)![1]!.length;
