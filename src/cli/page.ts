import type { Stream } from './stream.js';

/** What text is written for: how wide it is, and whether it takes colours. */
export type Page = Pick<Stream, 'columns' | 'colour'>;

/** Longer lines are hard to read; shorter ones would be of single words. */
export const widthOf = ({ columns }: Page): number => Math.max(40, Math.min(columns() ?? 80, 100));

export const bold = (text: string, { colour }: Page): string => (colour() ? `\x1b[1m${text}\x1b[0m` : text);

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
