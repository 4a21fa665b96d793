import type { Diagnostic } from '../diagnostic.js';
import { type Glyph, glyphs } from './text.js';

/** Columns of source that are shown at most; the rest is cut off around the place. */
const most = 100;

/** Characters on each side of the place that are looked at: a line of minified JSON may have millions. */
const enough = 4 * most;

interface Line {
  readonly margin: string;
  readonly line: string;
  readonly marked: boolean;
}

/** The line a diagnostic starts on with carets under its place; nothing when it has none. */
export function frame({
  start,
  end,
  excerpt,
}: Pick<Diagnostic, 'start' | 'end' | 'excerpt'>): readonly Line[] {
  if (start === undefined || end === undefined || excerpt === undefined) return [];
  const from = start.utf16Column - 1;
  const until = end.line > start.line ? excerpt.trimEnd().length : from + end.offset - start.offset;
  const shown = cut(
    glyphs(excerpt.slice(Math.max(0, from - enough), from)),
    glyphs(excerpt.slice(from, Math.min(until, from + enough))),
    glyphs(excerpt.slice(Math.max(from, until), Math.max(from, until) + enough)),
  );
  const number = String(start.line);
  return [
    { margin: `${' '.repeat(number.length)} |`, line: '', marked: false },
    { margin: `${number} |`, line: ` ${shown.before}${shown.place}${shown.after}`, marked: false },
    {
      margin: `${' '.repeat(number.length)} |`,
      line: ` ${' '.repeat(shown.indent)}${'^'.repeat(Math.max(1, shown.carets))}`,
      marked: true,
    },
  ];
}

function cut(before: readonly Glyph[], place: readonly Glyph[], after: readonly Glyph[]) {
  const middle = first(place, most - 20);
  const room = most - width(middle);
  const left = last(before, Math.max(room >> 1, room - width(after)));
  const right = middle === place ? first(after, room - width(left)) : [];
  const start = left === before ? '' : '…';
  return {
    before: start + show(left),
    place: show(middle),
    after: show(right) + (middle.length + right.length < place.length + after.length ? '…' : ''),
    indent: start.length + width(left),
    carets: width(middle),
  };
}

function first(all: readonly Glyph[], room: number): readonly Glyph[] {
  let used = 0;
  const fits = all.findIndex((glyph) => {
    used += glyph.width;
    return used > room;
  });
  return fits === -1 ? all : all.slice(0, fits);
}

function last(all: readonly Glyph[], room: number): readonly Glyph[] {
  const reversed = first([...all].reverse(), room);
  return reversed.length === all.length ? all : [...reversed].reverse();
}

const width = (all: readonly Glyph[]): number => all.reduce((sum, glyph) => sum + glyph.width, 0);
const show = (all: readonly Glyph[]): string => all.map(({ text }) => text).join('');
