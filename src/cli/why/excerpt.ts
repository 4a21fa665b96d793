import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { withoutSecrets } from './cause.js';
import type { Origin } from './source.js';

/** The line of a state with the place of its name; without the line when that holds a secret. */
export function excerptOf(
  source: string,
  { state, line, column }: Origin,
): Pick<Diagnostic, 'start' | 'end' | 'excerpt'> {
  const lines = source.replace(/^\uFEFF/, '').split('\n');
  const excerpt = (lines[line - 1] ?? '').replace(/\r$/, '');
  const start = [...excerpt].slice(0, column - 1).join('').length;
  const quote = /["']/.test(excerpt[start] ?? '') ? excerpt[start]! : undefined;
  const end = quote === undefined ? start + state.length : excerpt.indexOf(quote, start + 1) + 1;
  const isSecret = withoutSecrets(excerpt) !== excerpt;
  const position = (units: number) => ({ line, column, utf16Column: units + 1, offset: units });
  return {
    start: position(start),
    end: position(Math.max(start, Math.min(end, excerpt.length))),
    ...(!isSecret && { excerpt }),
  };
}
