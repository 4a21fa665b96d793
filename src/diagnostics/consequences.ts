import type { Diagnostic, Locatable } from './diagnostic.js';

/**
 * Leaves out what is said of a reference that YAML tears apart beside that: of its parts, which may be other ones in
 * quotes, and of a list or map that may be one by mistake, as in `Name: [${{ Environment }}]`.
 */
export function withoutConsequences(
  diagnostics: readonly Diagnostic[],
  documents: ReadonlyMap<string, Locatable>,
): readonly Diagnostic[] {
  const torn = diagnostics.filter(({ code }) => code === 'PLAN0005');
  if (torn.length === 0) return diagnostics;
  return diagnostics.filter(
    (found) =>
      found.code === 'PLAN0005' ||
      !torn.some(
        (one) => one.file === found.file && isAbout(found, one, documents.get(one.file)?.text ?? ''),
      ),
  );
}

function isAbout({ start, end }: Diagnostic, torn: Diagnostic, text: string): boolean {
  if (!start || !end || !torn.start || !torn.end) return false;
  if (start.offset >= torn.start.offset && end.offset <= torn.end.offset) return true;
  if (start.offset > torn.start.offset || end.offset < torn.end.offset) return false;
  const beside = text.slice(start.offset, end.offset).replace(/\$\{\{.*?\}\}/g, '');
  return /^[[\]{},"'\s]*$/.test(beside);
}
