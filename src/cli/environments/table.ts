import { glyphs } from '../../diagnostics/formats/text.js';

/** Columns that a terminal shows a text in. */
export const widthOf = (text: string): number => glyphs(text).reduce((sum, { width }) => sum + width, 0);

/** Rows of cells as lines, each column as wide as its widest cell, two spaces between; set in by two. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, widthOf(cell));
    });
  return rows.map((row) =>
    `  ${row.map((cell, index) => cell + ' '.repeat(widths[index]! - widthOf(cell))).join('  ')}`.trimEnd(),
  );
}

/** The same as a text. */
export const table = (rows: readonly (readonly string[])[]): string =>
  aligned(rows)
    .map((line) => `${line}\n`)
    .join('');

/** `2026-11-23 10:53`, where the reader is. */
export function dateTime(time: string): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
