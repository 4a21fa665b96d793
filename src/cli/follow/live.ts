import { plain } from '../../diagnostics/formats/text.js';
import type { Stream } from '../stream.js';

/** Lines that stay, above others that are written over again and again. */
export interface LiveScreen {
  readonly show: (above: readonly string[], lines: readonly string[]) => void;
}

/** The lines are no longer than the terminal is wide: one that was broken would be left behind. */
export function liveScreen(stream: Pick<Stream, 'write'>): LiveScreen {
  let shown: readonly string[] = [];
  return {
    show: (above, lines) => {
      if (above.length === 0 && lines.join('\n') === shown.join('\n')) return;
      // Up to the first line of what was shown, and nothing below it.
      const back = shown.length === 0 ? '' : `\x1b[${shown.length}A\x1b[J`;
      const all = [...above.map(plain), ...lines].map((line) => `${line}\n`);
      stream.write(`${back}${all.join('')}`);
      shown = lines;
    },
  };
}
