import { isScalar, type Node, type Scalar } from 'yaml';
import { firstIndex } from '../../diagnostics/position.js';
import { blockPieces } from './block-pieces.js';
import { doubleQuotedPieces, foldedPieces, singleQuotedPieces } from './flow-pieces.js';
import type { Piece } from './piece.js';

/** The pieces of a text in order, and the lengths of its value up to the end of each. */
interface Pieces {
  readonly pieces: readonly Piece[];
  readonly ends: readonly number[];
}

/** A long text may have thousands of places. */
const known = new WeakMap<Node, Pieces>();

/** Start and end in the text of some characters of a string's value; undefined when the node is no string. */
export function spanInText(
  text: string,
  node: Node,
  [first, beyond]: readonly [number, number],
): readonly [number, number] | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  const begin = node.range[0];
  const last = node.range[1];
  const { pieces, ends } = known.get(node) ?? read(text.slice(begin, last), node);
  const place = (index: number, piece: number, whole: 'from' | 'to') => {
    const { length, from, to } = pieces[piece]!;
    const start = ends[piece]! - length;
    return begin + (length === to - from ? from + Math.max(index, start) - start : pieces[piece]![whole]);
  };
  const opening = firstIndex(ends, (end) => first < end);
  if (opening === ends.length) return [last, last];
  const start = place(first, opening, 'from');
  const closing = Math.max(
    opening,
    firstIndex(ends, (end) => beyond <= end),
  );
  return [start, closing === ends.length ? last : Math.max(start, place(beyond, closing, 'to'))];
}

function read(source: string, node: Scalar): Pieces {
  const pieces = [...piecesOf(source, node.type, node.source ?? '')];
  let sum = 0;
  const found = { pieces, ends: pieces.map(({ length }) => (sum += length)) };
  known.set(node, found);
  return found;
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
