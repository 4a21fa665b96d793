import { wrapped } from './page.js';

export type Row = readonly [left: string, right: string];

/** Characters that the right column is worth having for; where there is less room it stands below the left. */
const least = 30;

/**
 * Rows of two columns, set in by two: the left as wide as its longest cell, at most half of the width, what is longer
 * standing on a line of its own; the right wrapped.
 */
export function inColumns(rows: readonly Row[], width: number): string {
  const widest = Math.max(0, ...rows.map(([left]) => left.length).filter((length) => length <= width / 2));
  const beside = width - widest - 5 >= least;
  const indent = beside ? widest + 5 : 6;
  return rows
    .map(([left, right]) => {
      const lines = wrapped(right, width - indent);
      const [first = '', ...rest] = beside && left.length <= widest ? lines : ['', ...lines];
      return [
        `  ${left.padEnd(indent - 2)}${first}`.trimEnd(),
        ...rest.map((line) => ' '.repeat(indent) + line),
      ]
        .map((line) => `${line}\n`)
        .join('');
    })
    .join('');
}
