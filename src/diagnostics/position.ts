/**
 * Line and column from 1; columns count code points. `offset` from 0 and `utf16Column` from 1 count UTF-16 code units, as
 * strings do.
 */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly utf16Column: number;
  readonly offset: number;
}

/** What it takes to find lines and columns in a text: where its lines start, and where its surrogate pairs are. */
export interface Lines {
  readonly starts: readonly number[];
  readonly pairs: readonly number[];
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    starts,
    pairs: Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index),
  };
}

/** The line and column of an offset, which must lie in the text. */
export function positionAt({ starts, pairs }: Lines, offset: number): Position {
  const line = firstIndex(starts, (start) => start > offset);
  const start = starts[line - 1]!;
  const pairsBefore = (at: number) => firstIndex(pairs, (pair) => pair + 2 > at);
  const utf16Column = offset - start + 1;
  return { line, column: utf16Column - pairsBefore(offset) + pairsBefore(start), utf16Column, offset };
}

/** The index of the first of ascending numbers that passes a test, which then all after it pass; else their count. */
export function firstIndex(ascending: readonly number[], passes: (value: number) => boolean): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passes(ascending[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The offset where the line of an offset ends, before its line break. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}
