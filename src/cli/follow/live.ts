import { stripVTControlCharacters } from 'node:util';
import { glyphs, plain } from '../../diagnostics/formats/text.js';
import type { Stream } from '../stream.js';

/** Lines that stay, above others that are written over again and again. */
interface LiveScreen {
  readonly show: (above: readonly string[], lines: readonly string[], columns: number) => void;
}

export function liveScreen(stream: Pick<Stream, 'write'>): LiveScreen {
  let shown: readonly string[] = [];
  return {
    show: (above, lines, columns) => {
      if (above.length === 0 && lines.join('\n') === shown.join('\n')) return;
      // Up to the first line of what was shown, and nothing below it.
      const rows = shown.reduce((sum, line) => sum + rowsOf(line, columns), 0);
      const back = rows === 0 ? '' : `\x1b[${rows}A\x1b[J`;
      const all = [...above.map(plain), ...lines].map((line) => `${line}\n`);
      stream.write(`${back}${all.join('')}`);
      shown = lines;
    },
  };
}

/** The rows of a terminal that a line takes, with its colours, which breaks it where it is full. */
export function rowsOf(line: string, columns: number): number {
  let rows = 1;
  let used = 0;
  for (const { width } of glyphs(stripVTControlCharacters(line))) {
    used += width;
    if (used <= columns) continue;
    rows++;
    used = width;
  }
  return rows;
}
