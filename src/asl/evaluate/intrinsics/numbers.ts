import type { Json } from '../../../source/document.js';
import { seeded } from '../random.js';
import type { Random } from '../scope.js';
import { refuse } from './refused.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html: whole numbers of 32 bits. */
function whole(number: number): number {
  const rounded = Math.round(number);
  if (rounded !== (rounded | 0)) refuse(`${number} is not between -2147483648 and 2147483647`);
  return rounded;
}

export const add = (one: number, other: number): Json => whole(one) + whole(other);

/** A whole number from `from` up to but not with `to`. */
export function randomBetween(from: number, to: number, seed: number | undefined, random: Random): Json {
  const [first, end] = [whole(from), whole(to)];
  if (first >= end) refuse(`no number is between ${from} and ${to}`);
  const source = seed === undefined ? random : seeded(seed);
  return first + Math.floor(source() * (end - first));
}
