/** A table in Markdown, aligned as the formatter does. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((name, column) =>
    Math.max(name.length, ...escaped.map((row) => row[column]!.length)),
  );
  return [head, widths.map((width) => '-'.repeat(width)), ...escaped]
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |\n`)
    .join('');
}
