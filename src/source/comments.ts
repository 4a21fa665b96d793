import { Lexer } from 'yaml';
import type { Comment } from '../diagnostics/silence.js';

/** What YAML's lexer puts before a scalar and between documents, beside the pieces of the text: `yaml/src/parse/cst.ts`. */
const signs = ['\u0002', '\u0018', '\u001f'];

/** The comments of a YAML text which begin with a word; a `#` in a text or a shell script is none. */
export function commentsWith(text: string, word: string): readonly Comment[] {
  if (!text.includes(word)) return [];
  const comments: Comment[] = [];
  let at = 0;
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    if (signs.includes(token)) {
      scalar = token === '\u001f';
      continue;
    }
    if (!scalar && token.startsWith('#') && token.slice(1).trimStart().startsWith(word))
      comments.push({ offset: [at, at + token.length], text: token });
    scalar = false;
    at += token.length;
  }
  return comments;
}
