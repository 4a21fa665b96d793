// Wide as in https://www.unicode.org/reports/tr11/, and pictures that terminals show as wide.
const wide =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u;
const combining = /^[\p{M}\p{Cf}]+$/u;

/** What a terminal shows as one character, and how many columns it takes. */
export interface Glyph {
  readonly text: string;
  readonly width: number;
}

/** Splits a line into what is seen; tabs become four spaces, control characters are made visible. */
export function glyphs(line: string): readonly Glyph[] {
  if (/^[ -~]*$/.test(line)) return Array.from(line, (text) => ({ text, width: 1 }));
  return Array.from(new Intl.Segmenter('en').segment(line), ({ segment }) => {
    if (segment === '\t') return { text: '    ', width: 4 };
    const text = plain(segment);
    return { text, width: wide.test(text) ? 2 : combining.test(text) ? 0 : 1 };
  });
}

/** The text without characters that move the cursor, change colours or turn the direction of writing. */
export const plain = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (char) =>
    char < ' ' ? String.fromCharCode(firstPicture + char.charCodeAt(0)) : '\ufffd',
  );

/** The same for a text of several lines. */
export const plainLines = (text: string): string => text.split('\n').map(plain).join('\n');

// https://www.unicode.org/charts/PDF/U2400.pdf
const firstPicture = 0x2400;
