/** One name or index of a reference, and which characters of the string it stands at. */
export interface Part {
  readonly key: string | number;
  readonly span: readonly [number, number];
}

/** `States["Smoke test"].ok`: a root and what it leads to. */
export interface Reference {
  readonly root: string;
  readonly parts: readonly Part[];
  readonly text: string;
  /** Characters of the string from the root to the last part. */
  readonly span: readonly [number, number];
}

const space = /[ \t\r\n]*/y;
const identifier = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const index = /\[[ ]*(\d{1,9})[ ]*\]/y;
const quoted = /\[[ ]*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')[ ]*\]/sy;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/**
 * Reads the reference that starts at `from`, just behind `${{`, up to and with its `}}`.
 * Gives where it ends, or what is wrong and where.
 */
export function parseReference(
  text: string,
  from: number,
): { readonly reference: Reference; readonly end: number } | { readonly wrong: string; readonly at: number } {
  let at = from + matchAt(space, text, from)![0].length;
  const start = at;
  const root = matchAt(identifier, text, at)?.[0];
  if (root === undefined)
    return { wrong: 'a reference starts with a name such as `States` or `Parameters`', at };
  at += root.length;
  const parts: Part[] = [];
  for (let part = parsePart(text, at); part !== undefined; part = parsePart(text, at)) {
    parts.push(part);
    at = part.span[1];
  }
  const span = [start, at] as const;
  at += matchAt(space, text, at)![0].length;
  if (!text.startsWith('}}', at)) {
    return { wrong: 'only names joined by `.`, `["name"]` and `[0]` may stand in a reference', at };
  }
  return { reference: { root, parts, text: text.slice(...span), span }, end: at + 2 };
}

function parsePart(text: string, at: number): Part | undefined {
  if (text[at] === '.') {
    const name = matchAt(identifier, text, at + 1)?.[0];
    return name === undefined ? undefined : { key: name, span: [at + 1, at + 1 + name.length] };
  }
  const number = matchAt(index, text, at);
  if (number !== null) return { key: Number(number[1]), span: [at, at + number[0].length] };
  const string = matchAt(quoted, text, at);
  if (string === null) return undefined;
  const key = (string[1] ?? string[2]!).replace(/\\(.)/gs, '$1');
  return { key, span: [at, at + string[0].length] };
}

/** A reference as it is written: `States["Smoke test"].ok`. */
export const referenceTo = (root: string, ...keys: readonly (string | number)[]): string =>
  keys.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return plainKey.test(key) ? `${text}.${key}` : `${text}[${JSON.stringify(key)}]`;
  }, root);

/** What to write at one part of a reference for another name, as that part is written; undefined where it cannot be. */
export function partFor({ text, span }: Reference, part: Part, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const written = text.slice(part.span[0] - span[0], part.span[1] - span[0]);
  if (!written.startsWith('[')) return plainKey.test(name) ? name : undefined;
  const quote = /["']/.exec(written)?.[0] ?? '"';
  return /["'\\]/.test(name) ? undefined : `[${quote}${name}${quote}]`;
}

const plainKey = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
