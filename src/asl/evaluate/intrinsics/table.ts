import type { Json, JsonObject } from '../../../source/document.js';
import { formatParts } from '../../path/parse-call.js';
import { uuid } from '../random.js';
import type { Random } from '../scope.js';
import { formatText } from './format.js';
import { contains, getItem, partition, range, unique } from './lists.js';
import { add, randomBetween } from './numbers.js';
import { refuse } from './refused.js';
import { decode, encode, hash, parseJson, split } from './texts.js';

/** A function whose arguments are of the types in its signature: `src/asl/path/functions.ts`. */
type Intrinsic = (random: Random, ...values: readonly never[]) => Json;

/** https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */
export const intrinsics: { readonly [name: string]: Intrinsic } = {
  'States.Array': (_, ...values) => values,
  'States.ArrayContains': (_, list: readonly Json[], sought: Json) => contains(list, sought),
  'States.ArrayGetItem': (_, list: readonly Json[], index: number) => getItem(list, index),
  'States.ArrayLength': (_, list: readonly Json[]) => list.length,
  'States.ArrayPartition': (_, list: readonly Json[], size: number) => partition(list, size),
  'States.ArrayRange': (_, from: number, to: number, step: number) => range(from, to, step),
  'States.ArrayUnique': (_, list: readonly Json[]) => unique(list),
  'States.Base64Decode': (_, text: string) => decode(text),
  'States.Base64Encode': (_, text: string) => encode(text),
  'States.Format': (_, text: string, ...values: readonly Json[]) => formatText(formatParts(text), values),
  'States.Hash': (_, data: Json, algorithm: string) => hash(data, algorithm),
  'States.JsonMerge': (_, one: JsonObject, other: JsonObject, isDeep: boolean) =>
    isDeep ? refuse('only the top level can be merged: argument 3 must be false') : { ...one, ...other },
  'States.JsonToString': (_, value: Json) => JSON.stringify(value),
  'States.MathAdd': (_, one: number, other: number) => add(one, other),
  'States.MathRandom': (random, from: number, to: number, seed?: number) =>
    randomBetween(from, to, seed, random),
  'States.StringSplit': (_, text: string, characters: string) => split(text, characters),
  'States.StringToJson': (_, text: string) => parseJson(text),
  'States.UUID': (random) => uuid(random),
};
