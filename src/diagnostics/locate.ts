import { withoutConsequences } from './consequences.js';
import type { Diagnostic, Locatable } from './diagnostic.js';
import { type Lines, linesOf, positionAt } from './position.js';
import type { Place, Problem } from './problem.js';
import { silence } from './silence.js';

/** Ties problems to lines and columns, sorted by file and place, without the warnings that a comment in place silences. */
export const locate = (
  problems: readonly Problem[],
  documents: ReadonlyMap<string, Locatable>,
): readonly Diagnostic[] => locateAll(problems, documents).filter(({ silenced }) => silenced === undefined);

/**
 * The same with the silenced ones. What is reported twice at one place with one message (a value that several aliases
 * stand for, say) is kept once.
 */
export function locateAll(
  problems: readonly Problem[],
  documents: ReadonlyMap<string, Locatable>,
): readonly Diagnostic[] {
  const found = withoutConsequences(placed(problems, documents), documents);
  const { marked, problems: aboutComments } = silence(found, documents);
  return aboutComments.length === 0 ? marked : [...marked, ...placed(aboutComments, documents)].sort(byPlace);
}

function placed(
  problems: readonly Problem[],
  documents: ReadonlyMap<string, Locatable>,
): readonly Diagnostic[] {
  const lines = new Map<string, Lines>();
  const stretch = (place: Place): Stretch => {
    const document = documents.get(place.file);
    if (document === undefined) return {};
    const range = rangeOf(place, document);
    if (range === undefined) return {};
    const { text } = document;
    const linesOfText = lines.get(place.file) ?? linesOf(text);
    lines.set(place.file, linesOfText);
    const position = (offset: number) => positionAt(linesOfText, Math.max(0, Math.min(offset, text.length)));
    const start = position(range[0]);
    return { start, end: position(range[1]), excerpt: lineAt(text, linesOfText, start.line) };
  };
  const unique = new Map<string, Diagnostic>();
  for (const { code, severity, message, help, place, related = [], concealed } of problems) {
    const { excerpt, ...where } = stretch(place);
    const found: Diagnostic = {
      code,
      severity,
      message,
      ...(help !== undefined && { help }),
      file: place.file,
      ...where,
      ...(excerpt !== undefined && !concealed && { excerpt }),
      related: related.map((other) => {
        const { start, end } = stretch(other.place);
        return { message: other.message, file: other.place.file, ...(start && end && { start, end }) };
      }),
    };
    const identity = JSON.stringify([code, found.file, found.start?.offset, found.end?.offset, message]);
    if (!unique.has(identity)) unique.set(identity, found);
  }
  return [...unique.values()].sort(byPlace);
}

type Stretch = Pick<Diagnostic, 'start' | 'end' | 'excerpt'>;

function rangeOf(place: Place, document: Locatable): readonly [number, number] | undefined {
  if ('offset' in place) return place.offset;
  return 'path' in place ? document.range(place.path, place.on, place.span) : undefined;
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.start?.offset ?? -1) - (b.start?.offset ?? -1) || (a.end?.offset ?? -1) - (b.end?.offset ?? -1);
}

const lineAt = (text: string, { starts }: Lines, line: number): string =>
  text.slice(starts[line - 1], starts[line]).replace(/\r?\n$/, '');
