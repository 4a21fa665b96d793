import { once } from '../once.js';

/** `*` is any characters; behind a backslash it is a star, and a backslash is one: https://states-language.net/#choice-state */
const patternOf = once((text) => {
  const pieces = text.match(/\\[*\\]|./gsu) ?? [];
  const pattern = pieces.map((piece) =>
    piece === '*' ? '.*' : piece.slice(-1).replace(/[\\^$.*+?()[\]{}|]/, '\\$&'),
  );
  return new RegExp(`^${pattern.join('')}$`, 'su');
});

export const matches = (value: string, pattern: string): boolean => patternOf(pattern).test(value);
