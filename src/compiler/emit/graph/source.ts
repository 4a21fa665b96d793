import type { State } from '../../../language/plan.js';
import type { Document } from '../../../source/document.js';

/** The text of a state from its key on, moved to the left margin; states inside are left out. */
export function sourceOf(document: Document, state: State): string {
  const { text, range } = document;
  const [keyStart] = range(state.path, 'key');
  const [start, end] = range(state.path);
  // The value of an alias stands where its anchor is.
  const from = Math.min(keyStart, start);
  let shown = '';
  let at = from;
  for (const key of ['Branches', 'ItemProcessor', 'Iterator']) {
    if (state.inner.length === 0 || state.value[key] === undefined) continue;
    const [first, last] = range([...state.path, key]);
    if (first < at || last > end) continue;
    shown += `${text.slice(at, first).trimEnd()} …`;
    at = last;
  }
  shown += text.slice(at, end);
  const indent = from - (text.lastIndexOf('\n', from - 1) + 1);
  return shown
    .trimEnd()
    .replace(/\r\n?/g, '\n')
    .replace(new RegExp(`^[ \\t]{0,${indent}}`, 'gm'), '');
}
