import { type CST, Lexer, Parser } from 'yaml';
import { deepest } from '../size.js';
import { type TornReference, tornAt } from './torn.js';

/** Pieces that the lexer cuts a text into, seven or so for a line of it. */
export const mostTokens = 1_000_000;

/** Where reading stopped, because the text is nested deeper than `deepest` or has more than `mostTokens`. */
export interface Beyond {
  readonly limit: 'depth' | 'tokens';
  readonly at: number;
}

export interface Scanned {
  readonly tokens: readonly CST.Token[];
  /** All that are torn, up to the first that is wrongly quoted: it turns text and quotes around for what follows. */
  readonly torn: readonly TornReference[];
  /** CloudFormation's short tags, as written. */
  readonly shortTags: ReadonlySet<string>;
  readonly beyond?: Beyond;
}

// What the lexer says beside the text's own characters: https://eemeli.org/yaml/#lexer
const documentStart = '\x02';
const flowBrokenOff = '\x18';
const scalarFollows = '\x1f';

/** Reads a text into `yaml`'s tokens, and finds on the way what the tokens no longer show. */
export function scan(text: string): Scanned {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const torn: TornReference[] = [];
  const shortTags = new Set<string>();
  let offset = 0;
  let scalar: 'none' | 'plain' | 'block' = 'none';
  let blockFollows = false;
  let brackets = 0;
  let indicatorsOfLine = 0;
  let count = 0;

  for (const lexeme of new Lexer().lex(text)) {
    if (++count > mostTokens) return { tokens, torn, shortTags, beyond: { limit: 'tokens', at: offset } };
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (scalar !== 'none') {
      const found = scalar === 'plain' ? tornAt(text, offset, lexeme, 'plain') : undefined;
      if (found) torn.push(found);
      scalar = 'none';
      offset += lexeme.length;
      continue;
    }
    switch (lexeme[0]) {
      case scalarFollows:
        scalar = blockFollows ? 'block' : 'plain';
        blockFollows = false;
        continue;
      case documentStart:
      case flowBrokenOff:
        brackets = 0;
        continue;
      case '"':
      case "'": {
        const found = tornAt(text, offset, lexeme, 'quoted');
        if (found) return { tokens, torn: [...torn, found], shortTags };
        break;
      }
      case '|':
      case '>':
        blockFollows = true;
        break;
      case '!':
        if (/^![^!<]/.test(lexeme)) shortTags.add(lexeme);
        break;
      case '{':
      case '[':
        brackets++;
        break;
      case '}':
      case ']':
        brackets--;
        break;
      case '-':
      case '?':
        indicatorsOfLine++;
        break;
      case '\n':
        indicatorsOfLine = 0;
    }
    if (brackets + indicatorsOfLine > deepest)
      return { tokens, torn, shortTags, beyond: { limit: 'depth', at: offset } };
    offset += lexeme.length;
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, torn, shortTags };
}
