import type { Document } from 'yaml';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { tooDeep } from '../size.js';
import { causes } from './causes.js';
import { firstInk, type Range, restOfLine } from './excerpt.js';
import { lookalikeHelp, lookalikeIn } from './lookalike-space.js';

/** The first of the mistakes that `yaml` reports, in plain words: the others are mostly its consequences. */
export function syntaxProblem(file: string, text: string, document: Document): Problem | undefined {
  const start = document.errors.reduce((least, { pos }) => Math.min(least, pos[0]), text.length + 1);
  const found = document.errors.filter(({ pos }) => pos[0] === start);
  const [first] = found;
  if (first === undefined) return oldVersion(file, text, document);
  if (first.code === 'RESOURCE_EXHAUSTION') {
    return tooDeep({ file, offset: [first.pos[0], first.pos[1]] });
  }
  const tab = indentingTab(text, start, document);
  if (tab || first.code === 'TAB_AS_INDENT') {
    const help = 'indent with spaces, two for each level';
    const place = { file, offset: tab ?? ([first.pos[0], first.pos[1]] as const) };
    return problem('PLAN0002', place, { character: '\t' }, { help });
  }
  const [from, to] = restOfLine(text, firstInk(text, text.lastIndexOf('\n', start - 1) + 1));
  const lookalike = lookalikeIn(text.slice(from, to), true);
  if (lookalike !== undefined) {
    const at = from + lookalike.index;
    const place = { file, offset: [at, at + lookalike[0].length] } as const;
    const meant = ' '.repeat(lookalike[0].length);
    return problem('PLAN0002', place, { character: lookalike[0][0]! }, { help: lookalikeHelp, meant });
  }
  for (const { when, say } of causes) {
    for (const { message, pos } of found) {
      const match = when.exec(message);
      if (match === null) continue;
      const saying = say({ text, document, from: pos[0], to: pos[1], match });
      if (saying === undefined) continue;
      const { reason, range = [pos[0], pos[1]], help, related } = saying;
      const others = related && [{ place: { file, offset: related.range }, message: related.message }];
      return problem('PLAN0001', { file, offset: range }, { reason }, { help, related: others });
    }
  }
  const reason = first.message[0]!.toLowerCase() + first.message.slice(1);
  return problem('PLAN0001', { file, offset: [first.pos[0], first.pos[1]] }, { reason });
}

/** A tab in the indentation of the line where reading fails; in brackets from the very start it does no harm. */
function indentingTab(text: string, at: number, document: Document): Range | undefined {
  if ((document.contents as { flow?: boolean } | null)?.flow) return undefined;
  const ink = firstInk(text, at);
  const lineStart = text.lastIndexOf('\n', ink - 1) + 1;
  const indentation = text.slice(lineStart, ink);
  return /^[ \t]*\t[ \t]*$/.test(indentation) ? [lineStart + indentation.indexOf('\t'), ink] : undefined;
}

function oldVersion(file: string, text: string, { directives }: Document): Problem | undefined {
  if (!directives?.yaml.explicit || directives.yaml.version === '1.2') return undefined;
  const start = text.indexOf('%YAML');
  const reason = `YAML ${directives.yaml.version}, which takes \`No\` and \`010\` for other values, is not read here`;
  const extra = { help: 'remove the line, and write what follows as YAML 1.2' };
  return problem('PLAN0001', { file, offset: [start, start + '%YAML 1.x'.length] }, { reason }, extra);
}
