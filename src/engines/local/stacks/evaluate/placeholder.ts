/**
 * What only AWS could know stands in a text as `<Vpc.VpcId>`: readable, and known again when it comes back, as the
 * parameter of another stack.
 */
export const placeholder = (...parts: readonly (string | number)[]): string => `<${parts.join('.')}>`;

const whole = /<[A-Za-z][^<>\s]*>/;

export const hasPlaceholder = (text: string): boolean => whole.test(text);

/** A part of what a placeholder stands for: `<Vpc.CidrBlocks>` and `0` give `<Vpc.CidrBlocks.0>`. */
export const partOf = (text: string, part: string | number): string =>
  placeholder((whole.exec(text)?.[0] ?? text).slice(1, -1), part);

/** Splits a text where a delimiter is, but never inside of a placeholder. */
export function splitAround(text: string, delimiter: string): readonly string[] {
  const found = [''];
  for (const [index, piece] of text.split(new RegExp(`(${whole.source})`)).entries()) {
    const [first, ...rest] = index % 2 === 1 ? [piece] : piece.split(delimiter);
    found[found.length - 1] += first!;
    found.push(...rest);
  }
  return found;
}
