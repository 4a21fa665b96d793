import { parseReference, type Reference } from './reference.js';

/** A string of a plan, cut into what stands for itself and what stands for something else. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly reference: Reference; readonly span: readonly [number, number] }
  | { readonly kind: 'malformed'; readonly reason: string; readonly span: readonly [number, number] };

export const hasReference = (text: string): boolean => text.includes('${{');

/** Cuts a string at its `${{ … }}`. `$${{` is a literal `${{`. Never fails: what cannot be read is `malformed`. */
export function parseText(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let literal = '';
  let at = 0;
  const flush = () => {
    if (literal !== '') segments.push({ kind: 'text', text: literal });
    literal = '';
  };
  while (at < text.length) {
    const open = text.indexOf('${{', at);
    if (open === -1) break;
    if (open > at && text[open - 1] === '$') {
      literal += `${text.slice(at, open - 1)}\${{`;
      at = open + 3;
      continue;
    }
    literal += text.slice(at, open);
    flush();
    const parsed = parseReference(text, open + 3);
    if ('reference' in parsed) {
      segments.push({ kind: 'reference', reference: parsed.reference, span: [open, parsed.end] });
      at = parsed.end;
    } else {
      const close = text.indexOf('}}', open);
      const reason = close === -1 ? '`${{` is not closed by `}}`' : parsed.wrong;
      at = close === -1 ? text.length : close + 2;
      segments.push({ kind: 'malformed', reason, span: close === -1 ? [open, at] : [parsed.at, close] });
    }
  }
  literal += text.slice(at);
  flush();
  return segments;
}

/** Whether there is a reference in a string, and not only its escaped form. */
export const refers = (text: string): boolean =>
  hasReference(text) && parseText(text).some(({ kind }) => kind === 'reference');

/** The reference when the string is exactly one (spaces around it ignored), else undefined. */
export function wholeReference(text: string): Reference | undefined {
  if (!hasReference(text)) return undefined;
  const segments = parseText(text.trim());
  const only = segments[0];
  return segments.length === 1 && only?.kind === 'reference' ? only.reference : undefined;
}
