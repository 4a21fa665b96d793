/**
 * A run of a text's value and the source it was read from: character for character where both are of one length,
 * else (an escape, a folded line break) as a whole.
 */
export interface Piece {
  readonly length: number;
  readonly from: number;
  readonly to: number;
}
