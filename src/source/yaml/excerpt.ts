export type Range = readonly [number, number];

/** From `at` to the end of its line, without the blanks around. */
export function restOfLine(text: string, at: number): Range {
  const start = at + /^[ \t]*/.exec(text.slice(at, at + 1000))![0].length;
  const lineBreak = text.indexOf('\n', start);
  const end = lineBreak === -1 ? text.length : lineBreak;
  return [start, start + text.slice(start, end).trimEnd().length];
}

/** The next character, from `at` on, that is not blank. */
export function firstInk(text: string, at: number): number {
  const found = /[^\s]/g;
  found.lastIndex = at;
  return found.exec(text)?.index ?? text.length;
}

export const opensLine = (text: string, at: number): boolean => {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return text.slice(lineStart, at).trim() === '';
};

/** Some of the source in a message: its first line, cut where it is long. */
export function quoted(text: string, [from, to]: Range): string {
  const [line] = text.slice(from, Math.min(to, from + 200)).split('\n');
  const written = line!.trim();
  return `\`${written.length > 40 ? `${written.slice(0, 39)}…` : written}\``;
}
