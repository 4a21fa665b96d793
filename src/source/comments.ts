import { Lexer } from 'yaml';
import type { Comment } from '../diagnostics/diagnostic.js';
import { endOfLine } from '../diagnostics/position.js';

/** What YAML's lexer puts before a scalar and between documents, beside the pieces of the text: `yaml/src/parse/cst.ts`. */
const signs = ['\u0002', '\u0018', '\u001f'];

/** The comments of a YAML text which begin with a word; a `#` in a text or a shell script is none. */
export function commentsWith(text: string, word: string): readonly Comment[] {
  if (!text.includes(word)) return [];
  const begins = new RegExp(`^#\\s*${word}(?![\\w-])`);
  const comments: Omit<Comment, 'about'>[] = [];
  const scalars: Stretch[] = [];
  let at = 0;
  let isScalar = false;
  let header: number | undefined;
  for (const token of new Lexer().lex(text)) {
    if (signs.includes(token)) {
      isScalar = token === '\u001f';
      continue;
    }
    const end = at + token.length;
    if (isScalar || /^["']/.test(token)) {
      scalars.push([header ?? at, end]);
      header = undefined;
    } else if (/^[|>]/.test(token)) {
      header = at;
    } else if (begins.test(token)) {
      comments.push({ offset: [at, end], text: token });
    }
    isScalar = false;
    at = end;
  }
  return comments.map((comment) => ({ ...comment, about: aboutOf(text, comment.offset, scalars) }));
}

type Stretch = readonly [start: number, end: number];

function aboutOf(text: string, [from, to]: Stretch, scalars: readonly Stretch[]): Stretch {
  let start = text.lastIndexOf('\n', from - 1) + 1;
  if (text.slice(start, from).trim() === '') {
    start = nextLine(text, to);
    while (start < text.length && /^\s*(#|$)/.test(text.slice(start, endOfLine(text, start)))) {
      start = nextLine(text, start);
    }
  }
  const end = endOfLine(text, start);
  const last = scalars.findLast(([begin]) => begin >= start && begin < end);
  return [start, last === undefined ? end : Math.max(end, endOfLine(text, last[1] - 1))];
}

const nextLine = (text: string, offset: number): number => Math.min(endOfLine(text, offset) + 1, text.length);
