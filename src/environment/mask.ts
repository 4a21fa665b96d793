/** Hides texts in a stream of text, wherever it is cut into pieces. */
export interface Mask {
  /** What can be shown by now. */
  readonly write: (text: string) => string;
  /** The rest, which was kept since a hidden text could have begun there. */
  readonly end: () => string;
}

const stars = '****';

/** Everything that overlaps comes to light as one row of stars. */
export function maskOf(hidden: readonly string[]): Mask {
  let kept = '';
  /** How many of the first characters of `kept` are the rest of a hidden text. */
  let covered = 0;
  let starred = false;

  const show = (length: number): string => {
    const marks = new Uint8Array(kept.length).fill(1, 0, covered);
    for (const text of hidden) {
      for (let at = kept.indexOf(text); at !== -1 && at < length; at = kept.indexOf(text, at + 1)) {
        marks.fill(1, at, at + text.length);
      }
    }
    let shown = '';
    for (let at = 0; at < length; ) {
      const end = endOfRun(marks, at, length);
      if (marks[at] === 0) shown += kept.slice(at, end);
      else if (!starred) shown += stars;
      starred = marks[at] === 1;
      at = end;
    }
    covered = marks[length] === 1 ? endOfRun(marks, length, marks.length) - length : 0;
    kept = kept.slice(length);
    return shown;
  };

  return {
    write: (text) => {
      kept += text;
      return show(kept.length - unfinished(kept, hidden));
    },
    end: () => show(kept.length),
  };
}

function endOfRun(marks: Uint8Array, start: number, limit: number): number {
  const end = marks.indexOf(marks[start] === 1 ? 0 : 1, start);
  return end === -1 ? limit : Math.min(end, limit);
}

/** The length of the longest end of a text with which a hidden one could begin. */
function unfinished(text: string, hidden: readonly string[]): number {
  let longest = 0;
  for (const form of hidden) {
    for (let length = Math.min(form.length - 1, text.length); length > longest; length--) {
      if (text.endsWith(form.slice(0, length))) longest = length;
    }
  }
  return longest;
}

/** A whole text with nothing hidden in it. */
export function maskText(text: string, hidden: readonly string[]): string {
  const mask = maskOf(hidden);
  return mask.write(text) + mask.end();
}
