import { isList } from '../../../language/json.js';
import type { Json } from '../../../source/document.js';
import { hashOf } from '../hash.js';
import { partsOf } from '../parts-of.js';
import { seeded, uuid } from '../random.js';
import type { Random } from '../scope.js';
import { compile } from './compile.js';

/**
 * The functions that Step Functions adds to JSONata, has in another way, or (`$eval`) does not have. Numbers are cut to whole
 * ones, and what cannot be is nothing:
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn
 */
export const functionsOf = ({ random, now }: { readonly random: Random; readonly now: number }) => ({
  eval: undefined,
  millis: () => now,
  now: async (picture?: string, zone?: string): Promise<unknown> =>
    (await compile('$fromMillis($at, $picture, $zone)')).evaluate(undefined, { at: now, picture, zone }),
  partition,
  range,
  hash: (text?: Json, algorithm?: string) =>
    typeof text === 'string' && algorithm !== undefined ? hashOf(text, algorithm) : undefined,
  random: (seed?: number) => (seed === undefined ? random : seeded(seed))(),
  uuid: () => uuid(random),
  parse: (text?: string) => (text === undefined ? undefined : (JSON.parse(text) as Json)),
});

function partition(list?: Json, size?: number): Json | undefined {
  const length = Math.trunc(size ?? 0);
  if (!isList(list) || list.length === 0 || length < 1) return undefined;
  return partsOf(list, length);
}

/** More than so many numbers take more memory than Step Functions gives an expression. */
const longestRange = 360_145;

function range(from?: number, to?: number, by?: number): Json | undefined {
  if (from === undefined || to === undefined || by === undefined) return undefined;
  const [first, last, step] = [Math.trunc(from), Math.trunc(to), Math.trunc(by)];
  const length = Math.floor((last - first) / step) + 1;
  if (step === 0 || length < 1) return undefined;
  if (length > longestRange) throw new Error('Expression evaluation memory limit exceeded');
  const numbers = Array.from({ length }, (_, index) => first + index * step);
  return length === 1 ? first : numbers;
}
