export type Row = readonly [left: string, right: string];

/**
 * Rows of two columns, set in by two: the left as wide as its longest cell, at most half of the width, what is longer
 * standing on a line of its own; the right wrapped.
 */
export function inColumns(rows: readonly Row[], width: number): string {
  const most = Math.floor(width / 2);
  const fitting = rows.map(([left]) => left.length).filter((length) => length <= most);
  const indent = 2 + Math.max(0, ...fitting) + 3;
  return rows
    .map(([left, right]) => {
      const lines = wrapped(right, Math.max(20, width - indent));
      const [first, rest] = left.length <= most ? [lines[0] ?? '', lines.slice(1)] : ['', lines];
      const head = `  ${left.padEnd(indent - 2)}${first}`.trimEnd();
      return [head, ...rest.map((line) => ' '.repeat(indent) + line)].map((line) => `${line}\n`).join('');
    })
    .join('');
}

/** Lines of at most so many characters, but for longer words. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
