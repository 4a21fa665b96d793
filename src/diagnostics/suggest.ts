/**
 * The candidate nearest to what was written, or undefined when none is near enough to be meant.
 * Optimal string alignment distance (Damerau, restricted), at most a third of the word, case ignored. One letter
 * is not near another one.
 */
export function nearest(
  written: string,
  candidates: Iterable<string>,
  limit: number = Math.max(1, Math.floor(written.length / 3)),
): string | undefined {
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= bestDistance) continue;
    const found = distance(written.toLowerCase(), candidate.toLowerCase());
    if (found > 0 && written.length === 1 && candidate.length === 1) continue;
    if (found < bestDistance) [best, bestDistance] = [candidate, found];
  }
  return best;
}

/** "did you mean `X`?" when something is near, else the list of what there is, else undefined. */
export function didYouMean(
  written: string,
  candidates: readonly string[],
  whatThereIs: string,
): string | undefined {
  const near = nearest(written, candidates);
  const list = candidates.length > 0 ? `${whatThereIs}: ${listed(candidates)}` : undefined;
  if (near === undefined) return list;
  return list === undefined || candidates.length === 1
    ? `did you mean \`${near}\`?`
    : `did you mean \`${near}\`? ${list}`;
}

/** The same with the name that must be meant, when there is one. */
export function suggestion(
  written: string,
  candidates: readonly string[],
  whatThereIs: string,
): { readonly help: string | undefined; readonly meant: string | undefined } {
  return { help: didYouMean(written, candidates, whatThereIs), meant: certain(written, candidates) };
}

/**
 * The candidate that must be meant: one letter is wrong, one too many, one missing or two are exchanged, and no other
 * candidate is near. Names that are counted or lettered, such as `Deploy 1` or `StackB`, may mean one that is not there.
 */
export function certain(written: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  const near = nearest(written, all, 1);
  if (near === undefined || isCounted(written, near)) return undefined;
  return nearest(
    written,
    all.filter((candidate) => candidate !== near),
  ) === undefined
    ? near
    : undefined;
}

const isCounted = (one: string, other: string): boolean =>
  one.replace(/\D/g, '') !== other.replace(/\D/g, '') ||
  (one.length === other.length && one !== other && one.slice(0, -1) === other.slice(0, -1));

/** Names one after the other; the first twelve, and how many more there are. */
export const listed = (names: readonly string[], most = 12): string =>
  names.slice(0, most).join(', ') + (names.length > most ? ` and ${names.length - most} more` : '');

function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
