// Widths of the characters from space to tilde in Arial Bold, in hundredths of an em: a picture is laid out without a
// browser that could measure. Helvetica and Liberation Sans have the same widths, regular text is a little narrower.
const widths = [
  28, 33, 47, 56, 56, 89, 72, 24, 33, 33, 39, 58, 28, 33, 28, 28, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 33,
  33, 58, 58, 58, 61, 98, 72, 72, 72, 72, 67, 61, 78, 72, 28, 56, 72, 61, 83, 72, 78, 67, 78, 72, 67, 61, 72,
  67, 94, 67, 67, 61, 33, 28, 33, 58, 56, 33, 56, 61, 56, 61, 56, 33, 61, 61, 28, 28, 56, 28, 89, 61, 61, 61,
  61, 39, 56, 33, 61, 56, 78, 56, 56, 50, 39, 28, 39, 58,
];
const widest = 104;
const accented = 72;

/** What is seen as one character. */
const clusters = (text: string): readonly string[] =>
  text.match(/\P{M}(?:\p{M}|\u200d\P{M})*|\p{M}+/gu) ?? [];

function clusterWidth(cluster: string): number {
  const code = cluster.codePointAt(0)!;
  if (code >= 32 && code < 127) return widths[code - 32]!;
  return /^[\p{Script=Latin}\p{Script=Greek}]/u.test(cluster) && cluster.length === 1 ? accented : widest;
}

/** Width of a line of text in pixels, rather too much than too little. */
export const textWidth = (text: string, size: number): number =>
  (clusters(text).reduce((sum, cluster) => sum + clusterWidth(cluster), 0) * size) / 100;

/** The beginning of a text that has room, with `…` for the rest. */
export function fitted(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  const rest = (room * 100) / size - widest;
  let used = 0;
  const kept = clusters(text).filter((cluster) => {
    used += clusterWidth(cluster);
    return used <= rest;
  });
  return `${kept.join('').trimEnd()}…`;
}

/** Lines of a text that have room: broken at spaces where there are any, with `…` where there are too many lines. */
export function wrapped(text: string, room: number, size: number, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (lines.length < most - 1 && textWidth(rest, size) > room) {
    const head = beginning(rest, room, size);
    lines.push(head.trimEnd());
    rest = rest.slice(head.length).trimStart();
  }
  return [...lines, fitted(rest, room, size)];
}

/** As much as has room on one line, up to a space or after a hyphen where that leaves no more than half of it empty. */
function beginning(text: string, room: number, size: number): string {
  let used = 0;
  let end = 0;
  let space = 0;
  for (const cluster of clusters(text)) {
    used += (clusterWidth(cluster) * size) / 100;
    if (cluster === ' ') space = end;
    if (used > room) break;
    end += cluster.length;
    if (/[-_/.:,]/.test(cluster)) space = end;
  }
  return text.slice(0, space > end / 2 ? space : Math.max(end, 1));
}
