import { isScalar, type Node } from 'yaml';
import { blockPieces } from './block-pieces.js';
import { doubleQuotedPieces, foldedPieces, singleQuotedPieces } from './flow-pieces.js';

/**
 * A run of a text's value and the source it was read from: character for character where both are of one length,
 * else (an escape, a folded line break) as a whole.
 */
export interface Piece {
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

/** Start and end in the text of some characters of a string's value; undefined when the node is no string. */
export function spanInText(
  text: string,
  node: Node,
  [first, beyond]: readonly [number, number],
): readonly [number, number] | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  const source = text.slice(node.range[0], node.range[1]);
  const value = node.source ?? '';
  let start: number | undefined;
  let at = 0;
  for (const { length, from, to } of piecesOf(source, node.type, value)) {
    const place = (index: number, whole: number) =>
      node.range![0] + (length === to - from ? from + index - at : whole);
    const end = at + length;
    if (start === undefined && first < end) start = place(Math.max(first, at), from);
    if (start !== undefined && beyond <= end) {
      return [start, Math.max(start, place(Math.max(beyond, at), to))];
    }
    at = end;
  }
  const last = node.range[1];
  return [start ?? last, last];
}

function piecesOf(source: string, type: string | undefined, value: string): Iterable<Piece> {
  switch (type) {
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return blockPieces(source, value);
    case 'QUOTE_DOUBLE':
      return doubleQuotedPieces(source);
    case 'QUOTE_SINGLE':
      return singleQuotedPieces(source);
    default:
      return foldedPieces(source, 0, source.length);
  }
}
