import { parseText } from '../../language/text.js';

// Of the private use area: no author names anything so.
const filler = '\uE000';

// `${Name}` of CloudFormation and of the definition substitutions of SAM.
const substitution = /\$\{!?[A-Za-z][\w.:-]*\}/g;

/**
 * The text with `${{ … }}` and `${…}` as variables that nobody else has, so that they are read as values of which nothing
 * is known, inside strings as characters, and everything else stays where it is. Undefined where one is malformed.
 */
export function withHoles(text: string): string | undefined {
  if (!text.includes('${')) return text;
  let filled = text;
  for (const segment of parseText(text)) {
    if (segment.kind === 'malformed') return undefined;
    if (segment.kind === 'text') continue;
    const [from, to] = segment.span;
    filled = filled.slice(0, from) + hole(to - from) + filled.slice(to);
  }
  // `$${{` stands for `${{`: its first character is not there when it runs.
  return filled.replaceAll('$${{', ' ${{').replace(substitution, (found) => hole(found.length));
}

const hole = (length: number): string => `$${filler.repeat(length - 1)}`;

/** Whether a name is made of a hole, alone or with characters around it. */
export const isHole = (name: string): boolean => name.includes(filler);

/** Words about an expression with holes, as they are about the text itself. */
export const withoutHoles = (words: string, text: string, [from, to]: readonly [number, number]): string =>
  words.replace(/\$?\uE000+/g, () => text.slice(from, to));
