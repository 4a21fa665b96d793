import { isIntrinsic } from '../../language/intrinsic.js';
import { isList, isObject } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';
import { useOf } from '../references/fields.js';
import { lowerValue } from './value.js';
import type { Writer } from './writer.js';

/** Lowers an object of ASL fields, each by its use: payload, path, value with a `…Path` twin, or fixed. */
export function lowerFields(fields: JsonObject, writer: Writer): JsonObject {
  const lowered: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(fields)) Object.assign(lowered, lowerField(key, value, writer));
  return lowered;
}

function lowerField(key: string, value: Json, writer: Writer): JsonObject {
  const use = useOf(key);
  if (use === 'comment' && !isIntrinsic(value)) return { [key]: value };
  if (use === undefined && !isIntrinsic(value)) {
    if (isObject(value)) return { [key]: lowerFields(value, writer) };
    if (isList(value)) return { [key]: value.map((item) => lowerItem(item, writer)) };
  }
  const lowered = lowerValue(value, writer);
  if ('literal' in lowered) return { [key]: lowered.literal };
  if (use === 'path') return { [key]: lowered.expression };
  return { [use === 'twin' ? `${key}Path` : `${key}.$`]: lowered.expression };
}

const lowerItem = (item: Json, writer: Writer): Json => {
  if (isObject(item) && !isIntrinsic(item)) return lowerFields(item, writer);
  const lowered = lowerValue(item, writer);
  return 'literal' in lowered ? lowered.literal : lowered.expression;
};
