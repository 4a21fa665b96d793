import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import { mask, type TornReference, tornAt } from './torn.js';

/** Levels: more than any machine or template needs, few enough for everything that walks values by recursion. */
export const deepest = 200;

export interface Composed {
  /** Empty when the text is nested too deep or torn apart beyond repair. */
  readonly documents: readonly Document[];
  readonly torn: readonly TornReference[];
  /** Where the nesting gets deeper than `deepest`. */
  readonly tooDeep?: number;
}

const options = {
  version: '1.2',
  merge: true,
  // Quadratic in `yaml`; duplicates are found when the nodes become values.
  uniqueKeys: false,
  resolveKnownTags: false,
} as const;

/** Reads YAML into `yaml`'s documents. References that YAML tears apart are put together and reported. */
export function compose(text: string): Composed {
  const torn: TornReference[] = [];
  let masked = text;
  // A wrongly quoted reference hides those after it until it is repaired.
  for (let pass = 0; pass < 10; pass++) {
    const scanned = scan(masked);
    torn.push(...scanned.torn);
    if (scanned.tooDeep !== undefined) return { documents: [], torn, tooDeep: scanned.tooDeep };
    if (scanned.torn.length === 0) {
      const composer = new Composer(options);
      return { documents: [...composer.compose(scanned.tokens, true, text.length)], torn };
    }
    if (scanned.torn.some(({ closed }) => !closed)) break;
    masked = mask(masked, scanned.torn);
  }
  return { documents: [], torn };
}

interface Scanned {
  readonly tokens: readonly CST.Token[];
  readonly torn: readonly TornReference[];
  readonly tooDeep?: number;
}

function scan(text: string): Scanned {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const torn: TornReference[] = [];
  let offset = 0;
  let depth = 0;
  let indicators = 0;
  let next: 'plain' | 'block' | undefined;
  let afterHeader = false;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (next === undefined) {
      switch (lexeme[0]) {
        case '\x02':
        case '\x18':
          depth = 0;
          continue;
        case '\x1f':
          next = afterHeader ? 'block' : 'plain';
          afterHeader = false;
          continue;
        case '{':
        case '[':
          depth++;
          break;
        case '}':
        case ']':
          depth--;
          break;
        case '-':
        case '?':
          indicators++;
          break;
        case '\n':
          indicators = 0;
          break;
        case '|':
        case '>':
          afterHeader = true;
          break;
        case '"':
        case "'": {
          const found = tornAt(text, offset, offset + lexeme.length, 'quoted');
          if (found) return { tokens, torn: [...torn, found] };
        }
      }
    } else {
      if (next === 'plain') {
        const found = tornAt(text, offset, offset + lexeme.length, 'plain');
        if (found) torn.push(found);
      }
      next = undefined;
    }
    if (depth + indicators > deepest) return { tokens, torn, tooDeep: offset };
    offset += lexeme.length;
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, torn };
}
