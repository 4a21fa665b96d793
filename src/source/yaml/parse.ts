import type { Document, Node } from 'yaml';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { keepApart, largest, tooDeep, tooLarge } from '../size.js';
import { compose } from './compose.js';
import { firstInk, type Range, restOfLine } from './excerpt.js';
import { most } from './reader.js';
import { mostTokens } from './scan.js';
import { syntaxProblem } from './syntax.js';
import { tornProblem } from './torn.js';

export interface Parsed {
  /** Undefined when the text has none, which `problems` explains. */
  readonly root?: Node;
  readonly problems: readonly Problem[];
  /** Parts of texts and keys are masked. */
  readonly masked: boolean;
}

/** Reads a text as one YAML document. */
export function parse(file: string, text: string): Parsed {
  const because = (...problems: Problem[]): Parsed => ({ problems, masked: false });
  if (text.length > largest) return because(tooLarge(file));
  try {
    return parseShort(file, text);
  } catch (failure) {
    // `yaml` reads by recursion and has no limit of its own.
    if (failure instanceof RangeError) return because(tooDeep({ file }));
    throw failure;
  }
}

function parseShort(file: string, text: string): Parsed {
  const { documents, torn, beyond } = compose(text);
  const found = torn.slice(0, most).map((reference) => tornProblem(file, text, reference));
  const and = (...more: Problem[]): Parsed => ({ problems: [...found, ...more], masked: false });

  if (beyond !== undefined) {
    const place = { file, offset: [beyond.at, beyond.at + 1] } as const;
    return and(
      beyond.limit === 'depth'
        ? tooDeep(place)
        : problem('PLAN0024', place, { limit: mostTokens }, { help: keepApart }),
    );
  }
  const [document, second] = documents;
  if (document === undefined) return and();
  const syntax = syntaxProblem(file, text, document);
  if (syntax) return and(syntax);
  if (second) {
    const help = 'keep one of them, or put each in a file of its own';
    return and(problem('PLAN0012', { file, offset: startOf(text, second) }, {}, { help }));
  }
  const root = document.contents as Node | null;
  if (root === null || (root.range![0] === root.range![1] && root.tag === undefined)) {
    const help = 'a plan begins with `Name`, `Version` and `States`, a template with `Resources`';
    return and(problem('PLAN0004', { file }, { comments: text.includes('#') }, { help }));
  }
  return { root, problems: found, masked: torn.length > 0 };
}

/** The `---` of a document, or where it begins without one. */
function startOf(text: string, { range }: Document): Range {
  const begin = range![0];
  const marker = text.lastIndexOf('\n---', begin) + 1;
  return marker > 0 && text.slice(marker + 3, begin).trim() === ''
    ? [marker, marker + 3]
    : restOfLine(text, firstInk(text, begin));
}
