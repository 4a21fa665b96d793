import type { Fix, Path, Place } from '../diagnostics/problem.js';
import type { Document, Json } from './document.js';
import { readDocument } from './read.js';

/**
 * A document with fixes, from the last in the text to the first, all other characters as they were. Undefined when the
 * text would then say anything else than meant: what an alias stands for, say, is said in other places too.
 */
export function fixedDocument(document: Document, fixes: readonly Fix[]): Document | undefined {
  let { text, value: expected }: { text: string; value: Json | undefined } = document;
  for (const { place, text: meant } of fixes) {
    const edit = editOf(document, place, meant);
    if (edit === undefined) return undefined;
    text = text.slice(0, edit.range[0]) + edit.text + text.slice(edit.range[1]);
    if ('path' in place && expected !== undefined) expected = withMeant(expected, place.path, place, meant);
  }
  const fixed = readDocument(document.file, text);
  if (fixed.value === undefined || document.value === undefined)
    return document.value === undefined ? fixed : undefined;
  return JSON.stringify(fixed.value) === JSON.stringify(expected) ? fixed : undefined;
}

interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}
type ByPath = Extract<Place, { path: unknown }>;

function editOf(document: Document, place: Place, meant: Fix['text']): Edit | undefined {
  if ('offset' in place) return { range: place.offset, text: String(meant) };
  if (!('path' in place)) return undefined;
  const { path, on, span } = place;
  const whole = document.range(path, on);
  if (typeof meant !== 'string') return { range: whole, text: String(meant) };
  const written = document.text.slice(...whole);
  const old = on === 'key' ? path.at(-1) : valueAt(document.value, path);
  const isPlain = !/^["'|>]/.test(written);
  if (typeof old !== 'string' || (isPlain && span === undefined)) {
    const asItIs = !document.file.endsWith('.json') && readsAsText(meant);
    return { range: whole, text: asItIs ? meant : JSON.stringify(meant) };
  }
  const range = document.range(path, on, span ?? [0, old.length]);
  if (written.startsWith('"')) return { range, text: JSON.stringify(meant).slice(1, -1) };
  if (written.startsWith("'")) return { range, text: meant.replaceAll("'", "''") };
  return /^[\w.[\]"' -]+$/.test(meant) ? { range, text: meant } : undefined;
}

/** Whether YAML needs no quotes to read a text as that text, wherever it stands. */
const readsAsText = (text: string): boolean =>
  /^([A-Za-z][\w.-]*( [\w.-]+)*|\d+\.\d+\.\d+[\w.+-]*)$/.test(text) && !/^(true|false|null)$/i.test(text);

const valueAt = (value: Json | undefined, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((inner, key) => (inner as { [key: string]: Json } | undefined)?.[key], value);

/** The value with what is meant at a path, everything in its order. */
function withMeant(value: Json, path: Path, place: ByPath, meant: Fix['text']): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return spliced(value, place.span, meant);
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? withMeant(item, rest, place, meant)! : item));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== String(step)) return [key, inner];
      if (rest.length > 0 || place.on !== 'key') return [key, withMeant(inner, rest, place, meant)!];
      return [String(spliced(key, place.span, meant)), inner];
    }),
  );
}

const spliced = (old: Json, span: ByPath['span'], meant: Fix['text']): Json =>
  span === undefined ? meant : String(old).slice(0, span[0]) + meant + String(old).slice(span[1]);
