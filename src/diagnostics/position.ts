/** Line and column from 1; columns count code points. `offset` from 0 counts UTF-16 code units, as strings do. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Offsets at which the lines of a text start. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line and column of an offset, given the text's `lineStarts`. */
export function positionAt(text: string, starts: readonly number[], offset: number): Position {
  const within = Math.max(0, Math.min(offset, text.length));
  let line = 0;
  for (let step = 1 << Math.ceil(Math.log2(starts.length + 1)); step >= 1; step >>= 1) {
    if (line + step < starts.length && starts[line + step]! <= within) line += step;
  }
  return { line: line + 1, column: codePoints(text, starts[line]!, within) + 1, offset: within };
}

function codePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += text.codePointAt(at)! > 0xffff ? 2 : 1) count++;
  return count;
}
